# fish completion for sample-tool

complete -c 'sample-tool' -F
complete -c 'sample-tool' -s 't' -l 'tapfile' -r -F -d 'The application file to package'
complete -c 'sample-tool' -s 'y' -l 'type' -x -a '\'tap\' \'xml\' \'source\' \'python\'' -d 'The kind of the file'
complete -c 'sample-tool' -s 'm' -l 'maintainer' -x -d 'Who looks after the package; isn\'t guessed'
complete -c 'sample-tool' -s 'l' -l 'long_description' -l 'long-description' -x -d 'What the package is for: [several] \\ lines'
complete -c 'sample-tool' -l 'depends' -x -d 'A package to depend on'
complete -c 'sample-tool' -s 'p' -l 'port' -x -d 'The port'
complete -c 'sample-tool' -s 'u' -l 'unsigned' -d 'Do not sign'
complete -c 'sample-tool' -s 'q' -l 'quiet' -d 'Say nothing'
complete -c 'sample-tool' -s 'c' -l 'color' -f -a '\'always\' \'never\'' -d 'Use colours'
complete -c 'sample-tool' -s 'h' -l 'help' -d 'Print this and exit'
complete -c 'sample-tool' -l 'version' -d 'Print the version and exit'
