/// The kinds of cost of a disaster; raw values are their names in files and reports.
package enum CostLine: String, CaseIterable, Hashable, Sendable {
    case lostRevenue = "lost_revenue"
    case operational, compliance, reputation
    case dataLoss = "data_loss"
}
