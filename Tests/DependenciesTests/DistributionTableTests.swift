import Dependencies
import Testing

@Suite struct DistributionTableTests {}
