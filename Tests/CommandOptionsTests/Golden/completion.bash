# bash completion for sample-tool

_sample_tool() {
    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} word ended=
    if [[ $current == '=' ]]; then
        current=
    elif [[ $option == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        [[ $word == -- ]] && ended=yes
    done
    if [[ -z $ended ]]; then
        case $option in
            -t | --tapfile)
                mapfile -t COMPREPLY < <(compgen -f -- "$current")
                compopt -o filenames
                return 0
                ;;
            -y | --type)
                mapfile -t COMPREPLY < <(compgen -W 'tap xml source python' -- "$current")
                return 0
                ;;
            -m | --maintainer)
                return 0
                ;;
            -l | --long_description | --long-description)
                return 0
                ;;
            --depends)
                return 0
                ;;
            -p | --port)
                return 0
                ;;
        esac
        if [[ $current == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W '-t --tapfile= -y --type= -m --maintainer= -l --long_description= --long-description= --depends= -p --port= -u --unsigned -q --quiet -c --color -h --help --version' -- "$current")
            [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
            return 0
        fi
    fi
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    compopt -o filenames
    return 0
}

complete -F _sample_tool sample-tool
