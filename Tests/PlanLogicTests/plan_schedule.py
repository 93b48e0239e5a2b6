"""Runs the backup scheduler of a disaster-recovery plan document and prints when it starts what.

usage: plan_schedule.py DOCUMENT

The scheduler is the Python class of that name in the Markdown file DOCUMENT. Its loop is run as it
stands; only the outside is replaced: the clock, the sleep, and how long a backup or a verification takes
and whether it fails. One line a configuration; the last column lists what was started, `b` a backup and
`v` a verification, each with the milliseconds since the one before, `x9` for nine alike.
"""
import asyncio
import datetime
import itertools
import re
import sys
import types

DAY = 86_400_000


class Stop(BaseException):
    """Ends a run; no handler of the scheduler catches it."""


class Outside:
    """A clock in milliseconds, and what happens in one configuration."""

    def __init__(self, start, days, overhead, backup, verify, fail_every):
        self.clock, self.end = start, start + days * DAY
        self.overhead, self.backup, self.verify = overhead, backup, verify
        self.fail_every, self.backups, self.started = fail_every, 0, []

    def now(self):
        if self.clock >= self.end:
            raise Stop
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=self.clock)

    async def sleep(self, seconds):
        self.clock += round(seconds * 1000) + self.overhead

    def start(self, letter):
        if self.clock >= self.end:
            raise Stop
        self.started.append((letter, self.clock))

    async def full_backup(self):
        self.start("b")
        self.backups += 1
        self.clock += self.backup
        if self.fail_every and self.backups % self.fail_every == 0:
            raise RuntimeError("the backup fails")

    async def verification(self):
        self.start("v")
        self.clock += self.verify


def scheduler_class(document):
    blocks = re.findall(r"^```python\n(.*?)^```", open(document, encoding="utf-8").read(), re.S | re.M)
    source = next(block for block in blocks if "class BackupScheduler" in block)
    sys.modules["boto3"] = types.SimpleNamespace(client=lambda _: None)
    module = {"__name__": "plan"}
    exec(compile(source, document, "exec"), module)
    return module


def firings(module, outside):
    """Everything the scheduler's loop starts in one configuration."""
    module["datetime"] = types.SimpleNamespace(utcnow=outside.now)
    asyncio.sleep = outside.sleep
    scheduler = module["BackupScheduler"]()
    scheduler.logger = types.SimpleNamespace(info=lambda _: None, error=lambda _: None)
    scheduler.backup_manager = types.SimpleNamespace(perform_full_backup=outside.full_backup)
    scheduler.verify_backup_integrity = outside.verification
    try:
        scheduler.run_scheduled_backups().send(None)
    except Stop:
        return outside.started
    raise RuntimeError("the scheduler waits for something that is not simulated")


def compact(started, start):
    """Kinds with the time since the one before, equal ones counted."""
    moments = [start] + [clock for _, clock in started]
    steps = [f"{letter}{clock - before}" for (letter, clock), before in zip(started, moments)]
    runs = [(step, len(list(group))) for step, group in itertools.groupby(steps)]
    return " ".join(step if count == 1 else f"{step}x{count}" for step, count in runs)


def configurations(count):
    state = 1

    def below(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    first = 1_767_225_600_000  # 2026-01-01T00:00:00Z
    for _ in range(count):
        start = first + below(730) * DAY + (below(DAY) if below(2) else below(24) * 3_600_000)
        overhead = [0, below(100), below(6000), below(600_000), below(90_000)][below(5)]
        backup = [0, below(3_600_000), below(5 * 3_600_000), below(30 * 3_600_000)][below(4)]
        verify = [0, below(600_000), below(7_200_000), below(40 * 3_600_000)][below(4)]
        yield start, 1 + below(28), overhead, backup, verify, max(0, below(6) - 1)


def main(document):
    module = scheduler_class(document)
    print("start_ms,days,overhead_ms,backup_ms,verify_ms,fail_every,started")
    for configuration in configurations(200):
        started = firings(module, Outside(*configuration))
        print(*configuration, compact(started, configuration[0]), sep=",")


if __name__ == "__main__":
    main(sys.argv[1])
