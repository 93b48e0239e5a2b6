import DRSimPlan
import DRSimUnits
import OrderedCollections

extension World {
    /// A fault that struck will end: after its time, or as soon as its crew has mended what came before.
    mutating func beginRepair(_ repair: FaultBoard.Repair) {
        if let crew = faults.states[Int(repair.index)].fault.crew {
            faults.repairs[crew, default: []].append(repair)
            guard faults.repairs[crew]?.count == 1 else { return }
        }
        scheduleEnd(of: repair)
    }

    /// A crew is done with what it was at, and turns to the next.
    mutating func endRepair(of crew: String?) {
        guard let crew else { return }
        faults.repairs[crew]?.removeFirst()
        if let next = faults.repairs[crew]?.first { scheduleEnd(of: next) }
    }

    private mutating func scheduleEnd(of repair: FaultBoard.Repair) {
        schedule(.faultEnds(repair.index), at: now + repair.duration, cause: repair.cause)
    }
}
