#compdef sample-tool

_arguments -s -S \
  '(-t --tapfile)-t+[The application file to package]:FILE:_files' \
  '(-t --tapfile)--tapfile=[The application file to package]:FILE:_files' \
  '(-y --type)-y+[The kind of the file]:TYPE:(tap xml source python)' \
  '(-y --type)--type=[The kind of the file]:TYPE:(tap xml source python)' \
  '(-m --maintainer)-m+[Who looks after the package; isn'\''t guessed]:NAME: ' \
  '(-m --maintainer)--maintainer=[Who looks after the package; isn'\''t guessed]:NAME: ' \
  '(-l --long_description --long-description)-l+[What the package is for\: \[several\] \\ lines]:TEXT: ' \
  '(-l --long_description --long-description)--long_description=[What the package is for\: \[several\] \\ lines]:TEXT: ' \
  '(-l --long_description --long-description)--long-description=[What the package is for\: \[several\] \\ lines]:TEXT: ' \
  '*--depends=[A package to depend on]:PACKAGE: ' \
  '(-p --port)-p+[The port]:NUMBER: ' \
  '(-p --port)--port=[The port]:NUMBER: ' \
  '(-u --unsigned)-u[Do not sign]' \
  '(-u --unsigned)--unsigned[Do not sign]' \
  '(-q --quiet)-q[Say nothing]' \
  '(-q --quiet)--quiet[Say nothing]' \
  '(-c --color)-c-[Use colours]::WHEN:(always never)' \
  '(-c --color)--color=-[Use colours]::WHEN:(always never)' \
  '(- *)-h[Print this and exit]' \
  '(- *)--help[Print this and exit]' \
  '(- *)--version[Print the version and exit]' \
  '*:operand:_files'
