import DRSimDocument
import DRSimScoring
import DRSimStatistics

/// The part of JSON documents that says what disasters were taken for and what was done about them.
enum ConfusionDocument {
    /// One trial's.
    static func json(of handling: Handling) -> JSONValue {
        [
            "true_class": .string(handling.truthText), "taken_for": .string(handling.taken.description),
            "taken_by": .string(handling.takenBy.rawValue), "acted_as": .string(handling.acted.description),
            "false_alarms": .integer(handling.falseAlarms),
            "false_actions": .integer(handling.falseActions),
        ]
    }

    /// That of many trials; rates a year with exact 95 % intervals, `null` where no false alarm recurs.
    static func json(of matrix: ConfusionMatrix) -> JSONValue {
        [
            "cells": .array(matrix.cells.map(cell)), "trials": .integer(Int64(matrix.trials)),
            "taken_right": .integer(Int64(matrix.takenRight)),
            "acted_right": .integer(Int64(matrix.actedRight)),
            "false_alarms_a_year": rate(matrix.falseAlarms),
            "false_actions_a_year": rate(matrix.falseActions),
        ]
    }

    private static func cell(_ cell: ConfusionMatrix.Cell) -> JSONValue {
        [
            "true_class": .string(cell.handling.truthText),
            "taken_for": .string(cell.handling.taken.description),
            "taken_by": .string(cell.handling.takenBy.rawValue),
            "acted_as": .string(cell.handling.acted.description), "trials": .integer(Int64(cell.trials)),
        ]
    }

    private static func rate(_ rate: PoissonRate?) -> JSONValue {
        guard let rate else { return .null }
        let limits = rate.garwood()
        return [
            "rate": .figure(rate.rate), "low": .figure(limits.lowerBound),
            "high": .figure(limits.upperBound), "events": .integer(Int64(rate.events)),
            "years": .figure(rate.exposure),
        ]
    }
}
