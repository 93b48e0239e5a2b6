"""Runs the controller of a disaster-recovery plan document and prints what it does.

usage: plan_logic.py DOCUMENT classification|loop

The controller is the Python class of that name in the Markdown file DOCUMENT. Its methods are run as
they stand; only the outside is replaced: the clock, the commands, the health checks' answers and, where
a script says so, the functions the class calls but does not define.
"""
import ast
import asyncio
import itertools
import json
import re
import subprocess
import sys
import types

HEALTHY = "1,1,100,1,1,1,1"
PERCENTAGES = ["0", "25", "49.999", "50", "80", "100"]


class Stop(BaseException):
    """Ends a script; no handler of the controller catches it."""


class Outside:
    """The world of one script: a clock, commands that answer as told, health checks that say as told."""

    def __init__(self, script, steps):
        self.script, self.steps = script, steps
        self.clock, self.log, self.actions = 0, [], []
        self.checks = iter(script["checks"])
        self.statuses = iter(script["statuses"])
        self.said = HEALTHY.split(",")

    def note(self, text):
        self.log.append([self.clock, text])

    async def sleep(self, seconds):
        self.actions.append({"wait": round(seconds * 1000)})
        self.clock += round(seconds * 1000)

    def run(self, argv, **_):
        self.actions.append({"run": argv})
        if argv in self.steps:
            self.note("run " + self.steps[self.steps.index(argv) + 1])
        self.clock += self.script["command_ms"]
        return types.SimpleNamespace(returncode=next(self.statuses, 0), stdout="", stderr="refused")

    def begin_checks(self):
        self.note("check")
        said = next(self.checks, None)
        if said is None:
            raise Stop
        self.clock += self.script["check_ms"]
        if said == "raise":
            raise ConnectionError("a health check raised")
        self.said = said.split(",")


def controller_source(document):
    blocks = re.findall(r"^```python\n(.*?)^```", open(document, encoding="utf-8").read(), re.S | re.M)
    return next(block for block in blocks if "class FailoverController" in block)


def own_calls(node):
    """The names of the methods of `self` that are called below a node, in order."""
    calls = [part for part in ast.walk(node) if isinstance(part, ast.Call)]
    named = [
        call.func for call in calls
        if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", None) == "self"
    ]
    return [name.attr for name in sorted(named, key=lambda name: (name.lineno, name.col_offset))]


class Plan:
    """The controller's class and what its source says of it."""

    def __init__(self, document):
        source = controller_source(document)
        self.module = {"__name__": "plan"}
        exec(compile(source, document, "exec"), self.module)
        tree = next(
            node for node in ast.parse(source).body
            if isinstance(node, ast.ClassDef) and node.name == "FailoverController")
        methods = {node.name: node for node in tree.body if hasattr(node, "args")}
        undefined = [name for name in own_calls(tree) if name not in methods]
        self.undefined = list(dict.fromkeys(undefined))
        self.alert = [name for name in own_calls(methods["send_disaster_alert"]) if name in undefined]
        handlers = [n for n in ast.walk(methods["initiate_failover"]) if isinstance(n, ast.ExceptHandler)]
        self.escalation = [name for name in own_calls(handlers[0]) if name in undefined][0]
        self.types = list(self.module["DisasterType"])

    def controller(self, outside):
        """A controller in its world; every function but the script's missing ones is defined."""
        plan = self

        class Controller(self.module["FailoverController"]):
            def __init__(self):
                super().__init__()
                self.logger = types.SimpleNamespace(
                    info=lambda _: None, critical=lambda _: None, error=self.note_error)

            def note_error(self, _):
                if sys._getframe(1).f_code.co_name == "detect_and_respond_to_disasters":
                    outside.note("error")

            async def check_database_health(self, kind):
                if kind == "primary":
                    outside.begin_checks()
                return {"healthy": outside.said[0 if kind == "primary" else 1] == "1"}

            async def check_application_health(self):
                return {"healthy_percentage": float(outside.said[2])}

            async def check_ingress_health(self):
                return {"healthy": outside.said[3] == "1"}

            async def check_dns_health(self):
                return {"healthy": True, "cross_region_healthy": outside.said[4] == "1"}

            async def check_storage_health(self):
                return {"healthy": outside.said[5] == "1"}

            async def check_network_health(self):
                return {"healthy": outside.said[6] == "1"}

        for name in self.undefined:
            if name not in outside.script["missing"]:
                setattr(Controller, name, plan.stand_in(name, outside))
        return Controller()

    def stand_in(self, name, outside):
        async def called(*_):
            if name == self.escalation:
                outside.note("escalate")
            elif name in self.alert:
                outside.note("alert " + name)
            else:
                outside.actions.append({"call": name})
                outside.note("call " + name)
        return called


def run(coroutine, outside):
    """Runs a coroutine that never truly waits, with the outside replaced."""
    asyncio.sleep, subprocess.run = outside.sleep, outside.run
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    except Stop:
        return None
    raise RuntimeError("the controller waits for something that is not simulated")


def script(name, missing, checks, statuses=(), check_ms=0, command_ms=0):
    """What happens outside: functions that stay undefined, and what checks and commands answer."""
    return {
        "name": name, "missing": list(missing), "checks": list(checks), "statuses": list(statuses),
        "check_ms": check_ms, "command_ms": command_ms}


def classification(plan):
    print("primary,replica,percentage,ingress,cross_region,storage,network,disaster")
    bits = ["0", "1"]
    for said in itertools.product(bits, bits, PERCENTAGES, bits, bits, bits, bits):
        outside = Outside(script("", [], [",".join(said)]), [])
        controller = plan.controller(outside)

        async def answer():
            return await controller.classify_disaster(await controller.check_system_health())

        disaster = run(answer(), outside)
        print(",".join(said) + "," + (disaster.value if disaster else ""))


def procedure(plan, disaster):
    outside = Outside(script("", [], []), [])
    controller = plan.controller(outside)
    run(controller.initiate_failover(disaster, {}), outside)
    return outside.actions


def constants(plan):
    outside = Outside(script("", [], []), [])
    said = run(plan.module["FailoverController"]().check_system_health(), outside)
    return ",".join(str(value) for value in [
        int(said["primary_database"]["healthy"]), int(said["replica_database"]["healthy"]),
        said["application_pods"]["healthy_percentage"], int(said["ingress_controller"]["healthy"]),
        int(said["dns_resolution"]["cross_region_healthy"]), int(said["storage_systems"]["healthy"]),
        int(said["network_connectivity"]["healthy"])])


def named_scripts(plan):
    lost = {
        "database": "0,1,100,1,1,1,1", "region": "0,0,100,1,1,1,1", "pods": "1,1,49.999,1,1,1,1",
        "zone": "1,1,100,1,1,1,0", "network": "1,1,100,1,0,1,0"}
    alert, escalation = plan.alert, [plan.escalation]
    called = [name for name in plan.undefined if name not in alert + escalation]
    yield script("nothing wrong", [], [HEALTHY] * 4, check_ms=700)
    yield script("checks raise", [], ["raise", HEALTHY, "raise", "raise", HEALTHY], check_ms=700)
    for name, said in lost.items():
        missing = {
            "nothing missing": [], "everything missing": plan.undefined,
            "only the alert defined": called + escalation, "procedures missing": called}
        for title, names in missing.items():
            checks = [said] * 3 + [HEALTHY]
            yield script(f"{name}: {title}", names, checks, check_ms=700, command_ms=2100)
        for failing in range(6):
            statuses = [0] * failing + [1]
            yield script(
                f"{name}: command {failing + 1} fails", [], [said] * 2, statuses, 700, 2100)
        yield script(
            f"{name}: command 2 fails and nobody can be called", escalation, [said] * 2, [0, 1], 700, 2100)
    for missing in alert:
        yield script(f"{missing} missing", [missing], [lost["region"]] * 2)


def drawn_scripts(plan, count):
    state = 1

    def below(bound):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % bound

    def said():
        if below(8) == 0:
            return "raise"
        return HEALTHY if below(3) == 0 else ",".join(
            PERCENTAGES[below(6)] if place == 2 else str(below(2)) for place in range(7))

    for number in range(count):
        yield script(
            f"drawn {number + 1}", [name for name in plan.undefined if below(12) == 0],
            [said() for _ in range(3 + below(4))], [int(below(5) == 0) for _ in range(12)],
            check_ms=below(5000), command_ms=below(30000))


def loop(plan):
    procedures = {disaster.value: procedure(plan, disaster) for disaster in plan.types}
    steps = []
    for name, actions in procedures.items():
        for index, action in enumerate(actions):
            if "run" in action:
                steps += [action["run"], f"{name} {index}"]
    print("{")
    print(f'"alert": {json.dumps(plan.alert)},')
    print(f'"escalation": {json.dumps(plan.escalation)},')
    print(f'"undefined": {json.dumps(plan.undefined)},')
    print(f'"constants": {json.dumps(constants(plan))},')
    print('"procedures": {')
    for name, actions in procedures.items():
        lines = ",\n".join("  " + json.dumps(action) for action in actions)
        print(f'"{name}": [\n{lines}\n]' + ("" if name == plan.types[-1].value else ","))
    print("},")
    print('"scripts": [')
    scripts = list(named_scripts(plan)) + list(drawn_scripts(plan, 60))
    for entry in scripts:
        outside = Outside(entry, steps)
        controller = plan.controller(outside)
        run(controller.detect_and_respond_to_disasters(), outside)
        entry["log"] = outside.log
        print(json.dumps(entry, separators=(",", ":")) + ("" if entry is scripts[-1] else ","))
    print("]")
    print("}")


if __name__ == "__main__":
    {"classification": classification, "loop": loop}[sys.argv[2]](Plan(sys.argv[1]))
