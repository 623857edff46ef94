import Foundation

/// A Markdown table with columns as wide as their widest cell; all but the leading ones are aligned to the right.
struct Table {
  private let textColumns: Int
  private var rows: [[String]]

  init(_ header: [String], textColumns: Int) {
    rows = [header]
    self.textColumns = textColumns
  }

  mutating func append(_ row: [String]) { rows.append(row) }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: width + 1) + (column < textColumns ? "-" : ":")
    }
    let lines = rows.map { "| " + line($0, widths).joined(separator: " | ") + " |" }
    return ([lines[0], "|" + rule.joined(separator: "|") + "|"] + lines.dropFirst()).joined(separator: "\n")
  }

  private func line(_ row: [String], _ widths: [Int]) -> [String] {
    zip(row, widths).enumerated().map { column, cell in
      let padding = String(repeating: " ", count: cell.1 - cell.0.count)
      return column < textColumns ? cell.0 + padding : padding + cell.0
    }
  }
}

/// `number` with three significant digits at least, and no more than two decimals.
func short(_ number: Double) -> String {
  let decimals = number >= 100 ? 0 : number >= 10 ? 1 : 2
  return String(format: "%.\(decimals)f", number)
}
