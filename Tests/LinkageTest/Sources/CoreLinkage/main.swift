import DataContractsCore

let document: Document = ["Chat": [["ChatName": "Linkage", "MemberCount": 2]]]
guard let name = document.root["Chat"]?[0]?["ChatName"]?.string else { fatalError("the document lost its member") }
print(name)
