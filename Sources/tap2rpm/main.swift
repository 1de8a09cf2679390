import CommandLine
import Glibc

exit(Tool.tap2rpm.main())
