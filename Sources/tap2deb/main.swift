import CommandLine
import Glibc

exit(Tool.tap2deb.main())
