package io.evcharging.mapping;

import io.evcharging.canonical.AmperageCommand;
import io.evcharging.source.tesla.TeslaAmmeter;
import io.evcharging.source.tesla.TeslaAmmeterAnswer;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** The command to each OEM's words, and its answer back. */
@Mapper(config = Strict.class, uses = AmmeterRules.class)
public interface AmperageCommandMapper {

  /** Tesla's body. The vehicle is in the path. */
  @BeanMapping(ignoreUnmappedSourceProperties = "vehicleId")
  TeslaAmmeter tesla(AmperageCommand command);

  /** What Tesla's answer proves. */
  @Mapping(target = "success", source = "status", qualifiedByName = "success")
  @Mapping(target = "acceptedAmps", source = "message", qualifiedByName = "onlyNumber")
  AmperageAnswer tesla(TeslaAmmeterAnswer answer);
}
