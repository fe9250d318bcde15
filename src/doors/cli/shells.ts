/**
 * What a shell sources to complete `tidemark`. Words go to the program as they stand, each one an argument and none evaluated: an id of a
 * figure holds `;` and `#`.
 */
export const SHELL_SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# bash completion of tidemark: source <(tidemark completion bash)
_tidemark() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(tidemark completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _tidemark tidemark
`,
  zsh: `#compdef tidemark
# zsh completion of tidemark: source <(tidemark completion zsh), after compinit
_tidemark() {
  local -a found
  found=("\${(@f)$(tidemark completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found%%$'\\t'*}")
  if [[ -n "\${found[1]}" ]]; then
    compadd -- "\${found[@]}"
  else
    _files
  fi
}
compdef _tidemark tidemark
`,
  fish: `# fish completion of tidemark: tidemark completion fish | source
function __tidemark_complete
  set -l words (commandline -opc)
  set -l last (commandline -ct)
  tidemark completion fish -- $words[2..-1] "$last" 2>/dev/null
end
complete -c tidemark -a '(__tidemark_complete)'
`,
};
