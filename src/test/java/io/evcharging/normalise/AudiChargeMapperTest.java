package io.evcharging.normalise;

import io.evcharging.source.ChargeSource;
import io.evcharging.source.audi.AudiCharge;
import java.util.List;
import java.util.Map;
import java.util.Set;

class AudiChargeMapperTest extends BrandMapperContract {

  @Override
  ChargeSource source() {
    return ChargeSource.AUDI_CHARGE;
  }

  @Override
  Set<String> fields() {
    return Fields.of(AudiCharge.class);
  }

  @Override
  List<Map<String, String>> readings() {
    return List.of(Map.of("wattage", "7"), Map.of("wattage", "7.1"));
  }
}
