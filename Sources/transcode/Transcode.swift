@main struct Transcode { static func main() {} }
