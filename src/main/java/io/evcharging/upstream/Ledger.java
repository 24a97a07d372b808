package io.evcharging.upstream;

import io.evcharging.config.BudgetConfig;
import io.evcharging.upstream.BudgetTable.Spent;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each vehicle has cost in this calendar month, UTC. What is written down is always a little
 * more than what was spent: calls are written in advance, some at a time, so that a process that is
 * killed has forgotten none, and that no call waits for a disk.
 */
final class Ledger implements Accounts {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final int[] WARNINGS = {90, 70};

  /**
   * One part of what is left of a month is written in advance: that is what a kill may cost, so
   * that even a program that is killed again and again keeps calls for the rest of the month.
   */
  private static final int PARTS = 100;

  private static final int MONTHS_KEPT = 12;

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final BudgetTable table;
  private final int perMonth;
  private final Clock clock;

  private static final class Account {
    private int month;
    private long spent;
    private long written;
    private int warned;
  }

  Ledger(BudgetTable table, BudgetConfig config, Clock clock) {
    this.table = table;
    this.perMonth = config.perMonth();
    this.clock = clock;
    table.forgetBefore(month() - MONTHS_KEPT);
    table.spent(month()).forEach(this::remember);
  }

  private void remember(Spent spent) {
    Account account = new Account();
    account.month = spent.month();
    account.spent = spent.calls();
    account.written = spent.calls();
    account.warned = spent.warned();
    accounts.put(spent.vehicleId(), account);
  }

  private int month() {
    return month(clock);
  }

  /** 12 times the year, and the month from 0, UTC. */
  static int month(Clock clock) {
    YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    return now.getYear() * 12 + now.getMonthValue() - 1;
  }

  @Override
  public long spent(String vehicleId) {
    Account account = accounts.get(vehicleId);
    if (account == null) {
      return 0;
    }
    synchronized (account) {
      return account.month == month() ? account.spent : 0;
    }
  }

  @Override
  public boolean take(String vehicleId, long limit) {
    Account account = account(vehicleId);
    synchronized (account) {
      roll(account);
      if (account.spent >= limit) {
        return false;
      }
      account.spent++;
      int warned = account.warned;
      warn(vehicleId, account);
      if (account.spent > account.written || account.warned != warned) {
        long written = Math.max(account.written, account.spent + inAdvance(account) - 1);
        // Only what the table has is of use after a kill.
        table.write(List.of(row(vehicleId, account, written)));
        account.written = written;
      }
      return true;
    }
  }

  /** Writes the next call of many vehicles in advance, in one transaction. */
  @Override
  public void reserve(Collection<String> vehicleIds) {
    List<Spent> rows = new ArrayList<>();
    for (String id : vehicleIds) {
      Account account = account(id);
      synchronized (account) {
        roll(account);
        if (account.spent >= account.written) {
          account.written = account.spent + inAdvance(account);
          rows.add(row(id, account, account.written));
        }
      }
    }
    if (!rows.isEmpty()) {
      writeOrForget(rows);
    }
  }

  private void writeOrForget(List<Spent> rows) {
    try {
      table.write(rows);
    } catch (RuntimeException failure) {
      for (Spent row : rows) {
        Account account = account(row.vehicleId());
        synchronized (account) {
          account.written = 0; // Each call is written by itself now.
        }
      }
      throw failure;
    }
  }

  private long inAdvance(Account account) {
    return Math.max(1, (perMonth - account.spent) / PARTS);
  }

  @Override
  public void save() {
    List<Spent> rows = new ArrayList<>();
    accounts.forEach(
        (id, account) -> {
          synchronized (account) {
            if (account.written > account.spent && account.month == month()) {
              account.written = account.spent;
              rows.add(row(id, account, account.spent));
            }
          }
        });
    if (!rows.isEmpty()) {
      table.write(rows);
    }
  }

  @Override
  public long atLeast(long calls) {
    return accounts.keySet().stream().filter(id -> spent(id) >= calls).count();
  }

  private Account account(String vehicleId) {
    return accounts.computeIfAbsent(vehicleId, id -> new Account());
  }

  private void roll(Account account) {
    int month = month();
    if (account.month != month) {
      account.month = month;
      account.spent = 0;
      account.written = 0;
      account.warned = 0;
    }
  }

  private void warn(String vehicleId, Account account) {
    for (int percent : WARNINGS) {
      if (account.warned < percent && account.spent * 100 >= (long) perMonth * percent) {
        account.warned = percent;
        LOG.warn(
            "budget vehicleId={} has spent {} of its {} calls of this month, {} %",
            vehicleId, account.spent, perMonth, percent);
        return;
      }
    }
  }

  private static Spent row(String vehicleId, Account account, long calls) {
    return new Spent(vehicleId, account.month, calls, account.warned);
  }
}
