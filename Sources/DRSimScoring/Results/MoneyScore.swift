package import DRSimPlan
package import DRSimUnits

/// What a trial cost, line by line, under the readings the plan uses.
package struct MoneyScore: Hashable, Sendable {
    /// ISO currency code.
    package var currency: String
    /// The lines, in the order of `MoneyLine.Name`; without `data_loss` where a store was lost, or
    /// nobody knows how much of it, since that has no price.
    package var lines: [MoneyLine]
    /// The sum of the lines, without `data_loss` unless the plan includes it.
    package var total: Money
    /// What the tier of a service that lost data accepts: of those with the worst verdict the one that lost
    /// most, of equals the tier that accepts least; `nil` where it names nothing.
    package var maxAcceptableLoss: Money?
    /// The worst verdict on what each service lost against what its tier accepts.
    package var dataLossVerdict: Verdict
    /// The readings of the document's wording that were used, by their names in plan files.
    package var readings: [Reading]

    /// A reading of the document's wording.
    package struct Reading: Hashable, Sendable {
        /// The setting's name.
        package var name: String
        /// Its value.
        package var value: String

        /// Creates a reading.
        package init(name: String, value: String) {
            (self.name, self.value) = (name, value)
        }

        /// Whether the value of lost data is part of the total.
        package static func includesDataLoss(_ isSo: Bool) -> Reading {
            Reading(name: "include_data_loss", value: "\(isSo)")
        }
    }

    /// Creates a score.
    package init(
        currency: String, lines: [MoneyLine], total: Money, maxAcceptableLoss: Money?,
        dataLossVerdict: Verdict, readings: [Reading]
    ) {
        (self.currency, self.lines, self.total) = (currency, lines, total)
        (self.maxAcceptableLoss, self.dataLossVerdict) = (maxAcceptableLoss, dataLossVerdict)
        self.readings = readings
    }

    /// Whether `data_loss` is part of the total, by the plan's reading.
    package var includesDataLoss: Bool { readings.contains(.includesDataLoss(true)) }

    /// What lost data were worth, or why that has no price.
    package var dataLossText: String {
        if let amount = amount(of: .dataLoss) { return amount.description }
        return (dataLossVerdict == .lost ? DataLoss.lost : .unknown).words
    }

    /// The amount of a line; `nil` if it is not there.
    package func amount(of name: MoneyLine.Name) -> Money? {
        lines.first { $0.name == name }?.amount
    }
}

/// One kind of cost and its amount.
package struct MoneyLine: Hashable, Sendable {
    /// The kind.
    package var name: Name
    /// The amount.
    package var amount: Money

    /// The kinds of cost.
    package typealias Name = CostLine

    /// Creates a line.
    package init(name: Name, amount: Money) {
        (self.name, self.amount) = (name, amount)
    }
}
