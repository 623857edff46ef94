import DataContractsCore
import DataContractsSchema
import Foundation
import TestSupport
import Testing

@Suite("Contracts as text")
struct ContractDumpTests {
  @Test("everything that a contract says is shown") func everything() throws {
    let contract = try Contract(xsdFiles: [("shop.xsd", Array(Self.shop.utf8)), ("notes.xsd", Array(Self.notes.utf8))])
    #expect(
      contract.description == """
        namespace n1 = urn:shop

        class Order, keeps identity
          Id: guid, required
          Lines: ArrayOfLine?
          first name (first_x0020_name): string?
          Total: Money
          Note: n2:Note?, not written when default
          declared order: Lines Id Total Note first_x0020_name

        class Special : Order, keeps identity
          When: dateTimeOffset

        list ArrayOfLine of Line?, item Line

        abstract class Line
          Extra: any?
          File: file?
          Tags: Tags?

        struct Money
          Amount: decimal
          Unit: Unit

        enum Unit: int
          Euro = 0
          none at all = -1

        dictionary Tags, entry Tag
          Key: string?
          Weight: double?

        roots
          Order: Order?
          Total: decimal

        namespace n2 = (none)

        class Note
          Rights: Rights

        flags Rights: unsignedLong
          Read = 1
          All = 18446744073709551615

        """)
  }

  @Test("a declared order that is XML's is not shown") func sameOrder() throws {
    var builder = ContractBuilder()
    _ = builder.add(
      QualifiedName(namespace: "", localName: "T"),
      .object(
        ObjectContract(declaring: [DataMember("A", .primitive(.int)), DataMember("B", .primitive(.int), order: 1)])))
    #expect(
      try builder.contract().description == """
        namespace n1 = (none)

        class T
          A: int
          B: int, order 1

        """)
  }

  @Test("an empty contract is no text") func empty() throws {
    #expect(try ContractBuilder().contract().description == "")
  }

  @Test("the samples' contracts", arguments: ["SupportChat", "Chat"]) func samples(service: String) throws {
    let folder = Fixtures.samples.appending(path: service)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xsd") }
      .sorted()
    let contract = try Contract(
      xsdFiles: names.map { (name: $0, bytes: try [UInt8](Data(contentsOf: folder.appending(path: $0)))) })
    #expect(contract.description == Self.samples[service])
  }
}

extension ContractDumpTests {
  private static let shop = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:shop" targetNamespace="urn:shop"
      xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/" elementFormDefault="qualified"
      xmlns:m="http://schemas.datacontract.org/2004/07/MultipartDataMediaFormatter.Infrastructure"
      xmlns:sys="http://schemas.datacontract.org/2004/07/System">
      <xs:import/>
      <xs:complexType name="Order">
        <xs:annotation><xs:appinfo>
          <DeclaredOrder xmlns="urn:swift-data-contracts:schema">Lines Id Total Note first_x0020_name</DeclaredOrder>
        </xs:appinfo></xs:annotation>
        <xs:sequence>
          <xs:element name="Id" type="ser:guid"/>
          <xs:element minOccurs="0" name="Lines" nillable="true" type="t:ArrayOfLine"/>
          <xs:element minOccurs="0" name="first_x0020_name" nillable="true" type="xs:string"/>
          <xs:element minOccurs="0" name="Total" type="t:Money"/>
          <xs:element minOccurs="0" name="Note" nillable="true" type="Note">
            <xs:annotation><xs:appinfo><ser:DefaultValue EmitDefaultValue="false"/></xs:appinfo></xs:annotation>
          </xs:element>
        </xs:sequence>
        <xs:attribute ref="ser:Id"/><xs:attribute ref="ser:Ref"/>
      </xs:complexType>
      <xs:complexType name="Special">
        <xs:complexContent mixed="false"><xs:extension base="t:Order"><xs:sequence>
          <xs:element minOccurs="0" name="When" type="sys:DateTimeOffset"/>
        </xs:sequence></xs:extension></xs:complexContent>
      </xs:complexType>
      <xs:complexType name="ArrayOfLine"><xs:sequence>
        <xs:element minOccurs="0" maxOccurs="unbounded" name="Line" nillable="true" type="t:Line"/>
      </xs:sequence></xs:complexType>
      <xs:complexType name="Line" abstract="true"><xs:sequence>
        <xs:element minOccurs="0" name="Extra" nillable="true" type="xs:anyType"/>
        <xs:element minOccurs="0" name="File" nillable="true" type="m:HttpFile"/>
        <xs:element minOccurs="0" name="Tags" nillable="true" type="t:Tags"/>
      </xs:sequence></xs:complexType>
      <xs:complexType name="Money">
        <xs:annotation><xs:appinfo><ser:IsValueType>true</ser:IsValueType></xs:appinfo></xs:annotation>
        <xs:sequence>
          <xs:element minOccurs="0" name="Amount" type="xs:decimal"/>
          <xs:element minOccurs="0" name="Unit" type="t:Unit"/>
        </xs:sequence>
      </xs:complexType>
      <xs:simpleType name="Unit"><xs:restriction base="xs:string">
        <xs:enumeration value="Euro"/>
        <xs:enumeration value="none at all">
          <xs:annotation><xs:appinfo><ser:EnumerationValue>-1</ser:EnumerationValue></xs:appinfo></xs:annotation>
        </xs:enumeration>
      </xs:restriction></xs:simpleType>
      <xs:complexType name="Tags">
        <xs:annotation><xs:appinfo><ser:IsDictionary>true</ser:IsDictionary></xs:appinfo></xs:annotation>
        <xs:sequence><xs:element minOccurs="0" maxOccurs="unbounded" name="Tag"><xs:complexType><xs:sequence>
          <xs:element name="Key" nillable="true" type="xs:string"/>
          <xs:element name="Weight" nillable="true" type="xs:double"/>
        </xs:sequence></xs:complexType></xs:element></xs:sequence>
      </xs:complexType>
      <xs:element name="Order" nillable="true" type="t:Order"/>
      <xs:element name="Total" type="xs:decimal"/>
    </xs:schema>
    """

  private static let notes = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
      xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/">
      <xs:complexType name="Note"><xs:sequence>
        <xs:element minOccurs="0" name="Rights" type="Rights"/>
      </xs:sequence></xs:complexType>
      <xs:simpleType name="Rights">
        <xs:annotation><xs:appinfo>
          <ser:ActualType Name="unsignedLong" Namespace="http://www.w3.org/2001/XMLSchema"/>
        </xs:appinfo></xs:annotation>
        <xs:list><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="Read"/>
          <xs:enumeration value="All">
            <xs:annotation><xs:appinfo>
              <ser:EnumerationValue>18446744073709551615</ser:EnumerationValue>
            </xs:appinfo></xs:annotation>
          </xs:enumeration>
        </xs:restriction></xs:simpleType></xs:list>
      </xs:simpleType>
    </xs:schema>
    """

  private static let samples = [
    "SupportChat": """
    namespace n1 = http://schemas.datacontract.org/2004/07/SuntechSupportServices.Models.CustomerSupport

    class SuntechCustSupportChat
      CUST_CODE: string?
      MESSAGE_DATE: dateTime
      MESSAGE_FROMCLIENT: string?
      MID: int
      REPLYTO_CLIENT: string?
      TIMESTAMP: long
      USER_NAME: string?
      declared order: MID CUST_CODE USER_NAME MESSAGE_FROMCLIENT REPLYTO_CLIENT MESSAGE_DATE TIMESTAMP

    class SuntechCustSupportChatApiResponse
      message: string?
      response: SuntechCustSupportChat?
      status: string?
      declared order: status message response

    roots
      SuntechCustSupportChat: SuntechCustSupportChat?
      SuntechCustSupportChatApiResponse: SuntechCustSupportChatApiResponse?

    """,
    "Chat": """
    namespace n1 = http://schemas.datacontract.org/2004/07/CRM.AgencyPlatform.API.Internal

    class ChatRequest
      Chat: Chat?
      ChatId: guid
      declared order: ChatId Chat

    class Chat
      ChatId: guid
      ChatMembers: ArrayOfChatMember?
      ChatName: string?
      CreatedBy: guid
      CreatedByName: string?
      DateCreated: dateTime
      IsArchived: boolean
      MemberCount: int
      MessageCount: int
      UnreadCount: int
      declared order: ChatId ChatName CreatedBy DateCreated ChatMembers IsArchived MemberCount MessageCount \
    UnreadCount CreatedByName

    list ArrayOfChatMember of ChatMember?, item ChatMember

    class ChatMember
      ChatId: guid
      ChatMemberId: guid
      ChatMemberName: string?
      IsActive: boolean
      IsArchived: boolean
      LastChatMessageId: guid?
      UserId: guid
      declared order: ChatMemberId ChatId UserId IsActive IsArchived LastChatMessageId ChatMemberName

    class ChatResponse
      Chat: ArrayOfChat?
      ResponseStatus: n3:ResponseStatus?
      declared order: ResponseStatus Chat

    list ArrayOfChat of Chat?, item Chat

    roots
      ChatRequest: ChatRequest?
      Chat: Chat?
      ArrayOfChatMember: ArrayOfChatMember?
      ChatMember: ChatMember?
      ChatResponse: ChatResponse?
      ArrayOfChat: ArrayOfChat?

    namespace n2 = http://schemas.microsoft.com/2003/10/Serialization/Arrays

    dictionary ArrayOfKeyValueOfstringstring, entry KeyValueOfstringstring
      Key: string?
      Value: string?

    roots
      ArrayOfKeyValueOfstringstring: ArrayOfKeyValueOfstringstring?

    namespace n3 = http://schemas.servicestack.net/types

    class ResponseStatus
      ErrorCode: string?
      Message: string?
      StackTrace: string?
      Errors: ArrayOfResponseError?
      Meta: n2:ArrayOfKeyValueOfstringstring?

    list ArrayOfResponseError of ResponseError?, item ResponseError

    class ResponseError
      ErrorCode: string?
      FieldName: string?
      Message: string?
      Meta: n2:ArrayOfKeyValueOfstringstring?

    roots
      ResponseStatus: ResponseStatus?
      ArrayOfResponseError: ArrayOfResponseError?
      ResponseError: ResponseError?

    """,
  ]
}
