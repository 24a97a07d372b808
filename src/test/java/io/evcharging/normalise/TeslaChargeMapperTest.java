package io.evcharging.normalise;

import io.evcharging.source.ChargeSource;
import io.evcharging.source.tesla.TeslaCharge;
import java.util.List;
import java.util.Map;
import java.util.Set;

class TeslaChargeMapperTest extends BrandMapperContract {

  @Override
  ChargeSource source() {
    return ChargeSource.TESLA_CHARGE;
  }

  @Override
  Set<String> fields() {
    return Fields.of(TeslaCharge.class);
  }

  @Override
  List<Map<String, String>> readings() {
    return List.of(Map.of("amperage", "7"), Map.of("amperage", "7.1"));
  }
}
