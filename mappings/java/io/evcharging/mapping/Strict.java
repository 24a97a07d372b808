package io.evcharging.mapping;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.control.MappingControl;

/**
 * What all mappers share: a field of the wire that is not read, a field of the model that is not
 * written, and a conversion that nobody declared, each break the build.
 */
@MapperConfig(
    unmappedSourcePolicy = ReportingPolicy.ERROR,
    unmappedTargetPolicy = ReportingPolicy.ERROR,
    typeConversionPolicy = ReportingPolicy.ERROR,
    mappingControl = Strict.DeclaredOnly.class)
interface Strict {

  /** No conversion but those that a rule declares: MapStruct's own would make enums from words. */
  @MappingControl(MappingControl.Use.DIRECT)
  @MappingControl(MappingControl.Use.MAPPING_METHOD)
  @interface DeclaredOnly {}
}
