import DRSimPeople
import DRSimPlan
import DRSimTrace

extension World {
    /// Takes people away, or lets them come back.
    mutating func apply(_ fault: PeopleFault, isStriking: Bool, cause: FactID?) {
        switch fault {
        case .roleAbsent(let role):
            changePeople(cause: cause) { [now, draws] people, effects in
                people.setAbsent(role, isStriking, at: now, draws: draws, effects: &effects)
            }
        case .channelOutage(let channel): faults.silentChannels.set(channel, isOn: isStriking)
        }
    }

    /// What keeps people from responding, as a sentence.
    func words(for fault: PeopleFault) -> String {
        switch fault {
        case .roleAbsent(let role): "\(role) does not answer"
        case .channelOutage(let channel): "\(channel) delivers nothing"
        }
    }
}
