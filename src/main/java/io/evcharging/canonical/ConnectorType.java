package io.evcharging.canonical;

/** Connector standards, by OCPI 2.2.1's names where OCPI has one. An open list: expect more. */
public enum ConnectorType {
  IEC_62196_T1,
  IEC_62196_T2,
  IEC_62196_T1_COMBO,
  IEC_62196_T2_COMBO,
  CHADEMO,
  GBT_AC,
  GBT_DC,
  /** Supercharger. */
  TESLA_S,
  /** NACS. */
  SAE_J3400,
  /** A combined connector; the source does not say which. */
  CCS_UNSPECIFIED,
  UNKNOWN
}
