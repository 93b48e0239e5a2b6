import DRSimPlan
import DRSimUnits

/// Writes a trace as bytes that are the same for equal traces on every machine: whole numbers as
/// eight bytes, least significant first; text as its length and UTF-8. The sentences of facts are
/// left out, so that a better wording does not change a digest.
package struct CanonicalEncoder {
    /// The bytes so far.
    package private(set) var bytes: [UInt8] = []

    /// Creates an encoder.
    package init() {}

    /// The canonical bytes of a trace.
    package static func encode(_ trace: Trace) -> [UInt8] {
        var encoder = CanonicalEncoder()
        encoder.bytes.reserveCapacity(trace.facts.count * 96 + trace.served.count * 56)
        encoder.write(trace)
        return encoder.bytes
    }

    private mutating func write(_ trace: Trace) {
        write(text: "drsim.trace/1")
        write(trace.start.millisecondsSinceEpoch)
        write(trace.horizon)
        write(list: trace.facts) { $0.write($1) }
        write(list: trace.served) { $0.write($1) }
        write(list: trace.protection) { $0.write($1) }
        write(list: trace.ledger.timelines) { $0.write($1) }
        write(list: trace.ledger.writes) { $0.write($1) }
        write(list: trace.ledger.copies) { $0.write($1) }
        write(list: trace.ledger.damages) { $0.write($1) }
        write(list: trace.backups) { $0.write($1) }
        write(list: trace.keepings) { $0.write($1) }
    }

    private mutating func write(_ fact: Fact) {
        write(fact.at)
        write(text: fact.kind.rawValue)
        write(text: fact.entity)
        write(fact.cause)
        write(text: fact.source ?? "")
        write(Int64(fact.actor.rawValue))
        write(text: fact.phase)
        write(list: fact.details) { encoder, detail in
            encoder.write(text: detail.key.rawValue)
            switch detail.value {
            case .number(let number): encoder.write(number)
            case .text(let text): encoder.write(text: text)
            }
        }
    }

    private mutating func write(_ segment: ServedSegment) {
        write(text: segment.service.name)
        write(segment.from)
        write(segment.share.partsPerMillion)
        write(segment.until)
        write(segment.finalShare.partsPerMillion)
        write(segment.cause)
    }

    private mutating func write(_ segment: ProtectionSegment) {
        write(text: segment.store.name)
        write(segment.from)
        write(segment.isProtected ? 1 : 0)
        write(segment.cause)
    }

    private mutating func write(_ timeline: Ledger.Timeline) {
        write(text: timeline.store.name)
        write(Int64(timeline.parent ?? -1))
        write(timeline.fork.bytes)
        write(timeline.at)
        write(text: timeline.site)
        write(timeline.cause)
        write(timeline.isRestored ? 1 : 0)
    }

    private mutating func write(_ stretch: Ledger.Stretch) {
        write(Int64(stretch.timeline))
        write(stretch.from)
        write(stretch.to)
        write(stretch.start.bytes)
        write(stretch.end.bytes)
    }

    private mutating func write(_ copy: Ledger.Copy) {
        write(Int64(copy.timeline))
        write(copy.position.bytes)
        write(text: copy.site)
        write(copy.isAvailable ? 1 : 0)
    }

    private mutating func write(_ damage: Ledger.Damage) {
        write(Int64(damage.timeline))
        write(damage.position.bytes)
        write(damage.at)
        write(damage.share.partsPerMillion)
        write(damage.isPresence ? 2 : damage.isSilent ? 1 : 0)
        write(damage.cause)
    }

    private mutating func write(_ record: BackupRecord) {
        write(text: record.kind.rawValue)
        write(text: record.id)
        write(record.startedAt)
        write(record.endedAt ?? .never)
        write(text: record.result.rawValue)
        write(list: record.parts) { encoder, part in
            encoder.write(text: part.name)
            encoder.write(text: part.address ?? "")
            encoder.write(part.size.bytes)
            encoder.write(part.isUsable ? 1 : 0)
            encoder.write(text: part.copyBucket ?? "")
        }
    }

    private mutating func write(_ keeping: StoreKeeping) {
        write(text: keeping.store.name)
        write(keeping.struckAt ?? .never)
        write(keeping.cause)
        write(keeping.isThere ? 1 : 0)
        write(list: keeping.copies) { encoder, copy in
            encoder.write(copy.takenAt)
            encoder.write(text: copy.site)
            encoder.write(copy.isAvailable ? 1 : 0)
        }
    }

    private mutating func write(_ instant: Instant) { write(instant.milliseconds) }

    private mutating func write(_ cause: FactID?) { write(Int64(cause?.index ?? -1)) }

    private mutating func write(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private mutating func write(text: String) {
        write(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write<Item>(
        list: [Item], item: (inout CanonicalEncoder, Item) -> Void
    ) {
        write(Int64(list.count))
        for value in list { item(&self, value) }
    }
}
