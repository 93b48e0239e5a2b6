extension Unicode.Scalar {
    /// How many cells of a terminal the code point takes: two for the wide ones of East Asia and for
    /// pictographs, none for marks that sit on the one before, else one.
    ///
    /// After the commonest of the classes W and F of Unicode's `EastAsianWidth.txt` and the general category.
    package var cells: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: Self.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x26A1...0x26A1, 0x2705...0x2705, 0x2E80...0x303E,
        0x3041...0x33FF, 0x3400...0x4DBF,
        0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
