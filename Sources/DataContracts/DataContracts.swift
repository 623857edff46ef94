@_exported import DataContractsCore
@_exported import DataContractsForm
@_exported import DataContractsJSON
@_exported import DataContractsMultipart
@_exported import DataContractsSchema
@_exported import DataContractsServiceStack
@_exported import DataContractsXML
