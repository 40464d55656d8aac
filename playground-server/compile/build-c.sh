# Builds a snippet in /work, inside the compile sandbox. The program goes to stdout, messages to
# stderr.
#   $1        here: the file holds the whole snippet
#             link: stdin is what cc1 made of it
#             stay: the file includes ".live-man-rest", where the compiler stays as a zygote (zygote.c)
# Lines before these set variables: snippet, the file's name; cc1, as and ld, the commands with their
# arguments; before and after, linker arguments around the snippet's libraries. The last line of
# stderr names the stage that failed and its status, since a pipeline has only one status.
export LC_CTYPE=C.UTF-8 # gcc prints é, not \U000000e9

compile() {
	$cc1 $snippet -o -
	echo $? >compiled
}

# Whatever .print says would otherwise precede the program on standard output.
assemble() {
	$as -o snippet.o - >/dev/null
}

# $1 stage, $2 its status
failed() {
	echo "$1 $2" >&2
	exit 1
}

case $1 in
stay)
	export LD_PRELOAD=/work/.live-man/zygote.so
	exec $cc1 $snippet -o -
	;;
here) compile | assemble ;;
link)
	echo 0 >compiled
	assemble
	;;
esac
assembled=$?
status=137 # as of SIGKILL: where nobody is left to say how cc1 ended
[ ! -e compiled ] || read -r status <compiled
# A compiler has SIGPIPE (141) when the assembler has ended before it.
[ $status = 0 ] || { [ $status = 141 ] && [ $assembled != 0 ]; } || failed cc1 $status
[ $assembled = 0 ] || failed as $assembled
[ "$after" ] || { cat snippet.o; exit; }
read -r libraries <.live-man/libraries
$ld $before snippet.o $libraries $after || failed ld $?
