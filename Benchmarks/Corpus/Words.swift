/// The vocabulary of the corpus: mostly ASCII, with the letters and escapes that real names and titles bring.
enum Words {
  static let given = [
    "Anna", "Marc", "Priya", "Søren", "Zoë", "José", "Łukasz", "Dmitri", "Wei", "Yuki", "Fatima", "Chloé", "Björn",
    "Siobhán", "Ahmed", "Kateřina", "Jürgen", "Ana-Maria", "O'Neil", "伟", "さくら", "Олег", "Αλέξης", "محمد", "Tom",
    "Sarah", "Liam", "Emma", "Noah", "Olivia", "Ethan", "Sophia", "Mason", "Olumide", "Ng",
  ]

  static let family = [
    "Smith", "Müller", "Nguyen", "García", "O'Connor", "Kowalski", "Østergaard", "Papadopoulos", "Иванов", "田中",
    "D'Souza", "Johnson", "Brown", "Taylor", "Anderson", "Lee", "Martin", "Clarke", "Walker", "Hall", "Allen", "Young",
    "King", "Wright", "Scott", "Green", "Baker", "Adams", "Nelson", "Hill",
  ]

  static let topics = [
    "project", "launch", "Q3", "planning", "support", "escalation", "onboarding", "weekly", "sync", "agency",
    "platform", "review", "design", "marketing", "budget", "invoice", "customer", "feedback", "release", "hotfix",
    "incident", "standup", "retro", "dynamics", "trends", "internal", "api", "client",
  ]

  /// What some format has to escape, and text outside ASCII.
  static let spice = [
    "\"urgent\"", "R&D", "a<b", "C:\\share\\x", "tab\there", "line\nbreak", "✓ done", "🚀", "naïve café", "100% + tax",
    "Ünïcödé", "日本語チーム",
  ]
}
