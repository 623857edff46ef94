import DataContractsCore

let document: Document = ["Chat": [["ChatName": "Linkage", "MemberCount": 2]]]
print(document.root["Chat"]?[0]?["ChatName"]?.string ?? "the document lost its member")
