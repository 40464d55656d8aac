# Builds a snippet in /work, inside the compile sandbox. The program goes to stdout, messages to
# stderr.
#   $1        here: the file holds the whole snippet
#             cc1, as, ld: that tool stays as a zygote (zygote.c), where it opens what is a snippet's own
# Lines before these set variables: snippet, the file's name; cc1, as and ld, the commands with their
# arguments. What ld reads is in a file of ours. The last line of stderr names the stage that failed and
# its status, since a pipeline has only one status.
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

# $1 the file that is a snippet's own
stay() {
	export LIVE_MAN_REST="$1" LD_PRELOAD=/work/.live-man/zygote.so
}

case $1 in
cc1)
	stay .live-man-rest
	exec $cc1 $snippet -o -
	;;
as)
	stay '{standard input}' # as messages call it
	export LIVE_MAN_OUTPUT=snippet.o
	exec $as -o snippet.o "$LIVE_MAN_REST"
	;;
ld)
	read -r inputs <.live-man/inputs
	stay snippet.o
	exec $ld $inputs
	;;
esac
compile | assemble
assembled=$?
status=137 # as of SIGKILL: where nobody is left to say how cc1 ended
[ ! -e compiled ] || read -r status <compiled
# A compiler has SIGPIPE (141) when the assembler has ended before it.
[ $status = 0 ] || { [ $status = 141 ] && [ $assembled != 0 ]; } || failed cc1 $status
[ $assembled = 0 ] || failed as $assembled
[ "$ld" ] || { cat snippet.o; exit; }
read -r inputs <.live-man/inputs
$ld $inputs || failed ld $?
