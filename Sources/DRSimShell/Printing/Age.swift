import DRSimUnits

extension Span {
    /// An age as kubectl writes it, with two units where the first is small: `45s`, `5m20s`, `12m`,
    /// `3h10m`, `26h`, `3d4h`, `30d`, `2y40d`.
    package var ageText: String {
        let seconds = max(0, milliseconds / 1_000)
        let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400)
        if seconds < 120 { return "\(seconds)s" }
        if minutes < 10 { return Self.pair(minutes, "m", seconds % 60, "s") }
        if minutes < 180 { return "\(minutes)m" }
        if hours < 8 { return Self.pair(hours, "h", minutes % 60, "m") }
        if hours < 48 { return "\(hours)h" }
        if days < 8 { return Self.pair(days, "d", hours % 24, "h") }
        if days < 730 { return "\(days)d" }
        return Self.pair(days / 365, "y", days % 365, "d")
    }

    private static func pair(_ number: Int64, _ unit: String, _ rest: Int64, _ smaller: String) -> String {
        "\(number)\(unit)" + (rest == 0 ? "" : "\(rest)\(smaller)")
    }
}
