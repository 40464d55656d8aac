# Builds a snippet in /work, inside the compile sandbox. The program goes to stdout, messages to
# stderr.
#   $1        here: the file holds the whole snippet
#             held: the file holds its preamble and includes the pipe /work/rest; line 1 of stdin
#                   lists the libraries, the other lines are the rest of the snippet
# Lines before these set variables: snippet, the file's name; cc1, as and ld, the commands with their
# arguments; before and after, linker arguments around the snippet's libraries. The last line of
# stderr names the stage that failed and its status, since a pipeline has only one status.
export LC_CTYPE=C.UTF-8 # gcc prints é, not \U000000e9

compile() {
	$cc1 $snippet -o -
	echo $? >compiled
	# Who writes the rest may still wait for a reader: be one until it is written.
	[ ! -p rest ] || : 3<>rest 4<fed
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

fed=0
case $1 in
here) compile | assemble ;;
held)
	mkfifo rest fed
	compile | assemble &
	read -r libraries
	echo "$libraries" >libraries
	cat >rest
	fed=$?
	# Open until the end: who reads it no longer waits for a writer.
	exec 3<>fed
	wait $!
	;;
esac
assembled=$?
# A compiler that has ended leaves cat to SIGPIPE (141).
[ $fed = 0 ] || [ $fed = 141 ] || failed cat $fed
status=137 # as of SIGKILL: where nobody is left to say how cc1 ended
[ ! -e compiled ] || read -r status <compiled
# So does an assembler that has ended with cc1.
[ $status = 0 ] || { [ $status = 141 ] && [ $assembled != 0 ]; } || failed cc1 $status
[ $assembled = 0 ] || failed as $assembled
[ "$after" ] || { cat snippet.o; exit; }
read -r libraries <libraries
$ld $before snippet.o $libraries $after || failed ld $?
