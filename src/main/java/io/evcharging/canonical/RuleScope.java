package io.evcharging.canonical;

/** What a charge limit or timer is bound to. */
public enum RuleScope {
  GLOBAL,
  LOCATION,
  CHARGING_TYPE,
  UNKNOWN
}
