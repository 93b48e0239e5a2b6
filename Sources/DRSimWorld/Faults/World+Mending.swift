import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

// Some faults end when somebody does what ends them, sooner than by themselves: a volume that is full has
// room again once it is enlarged (A22), a certificate that has expired is valid again once a new one is in
// place, an archive takes the log again once somebody who was told of it has seen to that (F40).

extension World {
    /// How large the volume of a database's log is, as its object says.
    func volumeSize(of target: FaultBoard.Target) -> ByteCount? {
        guard case .database(.walDiskFull, let id) = target else { return nil }
        return databaseObject(of: id)?.logVolumeSize
    }

    /// A database's object was changed: a volume that was full may be larger now.
    mutating func considerVolume(of id: DatabaseID, by object: JSONValue, cause: FactID?) {
        for index in faults.states.indices {
            let state = faults.states[index]
            guard state.isActive, case .database(.walDiskFull, id)? = state.target,
                let full = state.fullSize, object.logVolumeSize > full
            else { continue }
            let name = infrastructure.databases[id].spec.name
            mend(
                index, "the volume of \(name) is enlarged, and its log has room again", source: "A22",
                cause: cause)
        }
    }

    /// A secret was written: it may hold a certificate in place of one that has expired.
    mutating func considerCertificate(in secret: ObjectReference, of region: Int, cause: FactID?) {
        for index in faults.states.indices {
            let state = faults.states[index]
            guard state.isActive, case .platform(.certificateExpired(let context, let host))? = state.target,
                blueprint.region(context: context) == region,
                infrastructure.clusters[region].certifies(host, by: secret)
            else { continue }
            mend(
                index, "a new certificate for \(host) is in place", source: "reading, F56",
                cause: cause)
        }
    }

    /// A log ceases to reach its archive. The operator's own metrics tell of it within minutes; where the
    /// plan has somebody told of backups that fail, they mend what a fault has broken.
    mutating func considerArchive(of id: DatabaseID, cause: FactID?) {
        guard blueprint.plan.backups.alerts, isStaffed else { return }
        for index in faults.states.indices where isBroken(archiveOf: id, by: index) {
            let repair = blueprint.quantity(FaultAssumptionName.archiveRepair).span(
                draws, of: faults.states[index].stream, ordinal: faults.states[index].strikes)
            schedule(
                .archiveMended(Int32(index), strike: faults.states[index].strikes), at: now + repair,
                cause: cause)
        }
    }

    /// Somebody has seen to an archive, unless the fault they were told of has ended by itself.
    mutating func archiveMended(_ index: Int, strike: UInt32, cause: FactID?) {
        guard faults.states[index].isActive, faults.states[index].strikes == strike,
            case .database(.archiveBroken, let id)? = faults.states[index].target
        else { return }
        let name = infrastructure.databases[id].spec.name
        for other in faults.states.indices where isBroken(archiveOf: id, by: other) {
            mend(
                other, "somebody who was told of it has the log of \(name) reach its archive again",
                source: "F40, assumption:\(FaultAssumptionName.archiveRepair.rawValue)", actor: .people,
                cause: cause)
        }
    }

    private func isBroken(archiveOf id: DatabaseID, by index: Int) -> Bool {
        guard faults.states[index].isActive, case .database(.archiveBroken, id)? = faults.states[index].target
        else { return false }
        return true
    }

    /// Somebody mended what a fault broke.
    private mutating func mend(
        _ index: Int, _ text: String, source: String, actor: Fact.Actor = .consequence, cause: FactID?
    ) {
        end(
            index,
            Narrative(
                .faultHealed, faults.states[index].fault.id.name, text, source: source, actor: actor,
                phase: .repair),
            cause: cause)
    }
}

extension JSONValue {
    /// How large the volume is that a database's log is written to.
    fileprivate var logVolumeSize: ByteCount {
        let separate = self[path: "spec", "walStorage", "size"]
        return ResourceQuantity.memory(separate ?? self[path: "spec", "storage", "size"])
    }
}
