import DataContracts
import Foundation
import SampleTypes
let body = Array(try Data(contentsOf: URL(filePath: "Samples/Chat/ChatResponse.json")))
print(String(decoding: body, as: UTF8.self))
let r = try JSONFormat.webAPI.decode(ChatResponse.self, from: body)
print(r)
print(String(decoding: try JSONFormat.webAPI.encode(r), as: UTF8.self))
print(String(decoding: try XMLFormat.dataContract.encode(r), as: UTF8.self))
