package io.evcharging.operate;

import io.evcharging.upstream.Budget;

/** Whether there are calls left for polls: of the application now, of each vehicle this month. */
public final class BudgetCondition implements Condition {

  private final Budget budget;

  /**
   * Watches a budget.
   *
   * @param budget what may be spent
   */
  public BudgetCondition(Budget budget) {
    this.budget = budget;
  }

  @Override
  public String name() {
    return "budget";
  }

  @Override
  public Reading read() {
    Budget.Standing standing = budget.standing();
    return judge(standing)
        .with("available", standing.available())
        .with("capacity", standing.capacity())
        .with("keptForCommands", standing.keptForCommands())
        .with("vehiclesAheadOfPace", standing.vehiclesAheadOfPace())
        .with("vehiclesBeyond70", standing.vehiclesBeyond70())
        .with("vehiclesBeyond90", standing.vehiclesBeyond90())
        .with("vehiclesSpent", standing.vehiclesSpent());
  }

  private static Reading judge(Budget.Standing standing) {
    if (standing.vehiclesSpent() > 0) {
      return Reading.ill(
          standing.vehiclesSpent()
              + " vehicles have spent their calls of this month, and are not polled until the"
              + " next");
    } else if (standing.available() <= standing.keptForCommands()) {
      return Reading.ill("the application's calls are spent: polls wait for more");
    }
    long ahead = standing.vehiclesAheadOfPace();
    return Reading.well(
        ahead == 0
            ? "there are calls left"
            : "there are calls left; "
                + ahead
                + " vehicles are ahead of their month's pace, and are polled as it catches up");
  }
}
