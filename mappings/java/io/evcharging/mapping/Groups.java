package io.evcharging.mapping;

import io.evcharging.canonical.Electrical;
import io.evcharging.canonical.FastCharger;
import io.evcharging.canonical.Limits;
import io.evcharging.canonical.Port;
import io.evcharging.canonical.Progress;
import io.evcharging.canonical.Status;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;

/** Puts what was said into the groups of the model, each field to its name. */
@Mapper(
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    unmappedSourcePolicy = ReportingPolicy.IGNORE, // each group takes its own part
    mappingControl = Strict.DeclaredOnly.class)
interface Groups {

  Status status(Said said);

  Electrical electrical(Said said);

  Progress progress(Said said);

  @Mapping(target = "rules", source = "limitRules")
  Limits limits(Said said);

  Port port(Said said);

  @Mapping(target = "present", source = "fastChargerPresent")
  @Mapping(target = "standard", source = "fastChargerStandard")
  @Mapping(target = "brand", source = "fastChargerBrand")
  FastCharger fastCharger(Said said);
}
