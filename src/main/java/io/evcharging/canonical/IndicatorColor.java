package io.evcharging.canonical;

/** Colour of the light at the charging port. An open list: expect more. */
public enum IndicatorColor {
  GREEN,
  BLUE,
  RED,
  WHITE,
  YELLOW,
  ORANGE,
  OFF,
  UNKNOWN
}
