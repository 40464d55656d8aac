# Builds a snippet in /work, inside the compile sandbox. The program goes to stdout, messages to
# stderr.
#   $1        here: the file holds the whole snippet
#             held: the file holds its preamble and includes the pipe /work/rest; line 1 of stdin
#                   lists the libraries, the other lines are the rest of the snippet
#   $2 $3     linker arguments before and after the snippet's libraries
# The file's name is passed in the variable snippet, and the commands with their arguments in cc1, as
# and ld. The last line of stderr names the stage that failed and its status, since a pipeline has
# only one status.
export LC_CTYPE=C.UTF-8 # gcc prints é, not \U000000e9

compile() {
	$cc1 $snippet -o -
	status=$?
	[ $status = 0 ] || echo $status >failed
	# If cc1 ended without opening the pipe, opening it for an instant releases its writer.
	[ ! -p rest ] || : <>rest
}

feed() {
	read -r libraries
	echo "$libraries" >libraries
	exec cat >rest
}

# Whatever .print says would otherwise precede the program on standard output.
assemble() {
	$as -o snippet.o - >/dev/null
}

case $1 in
held) mkfifo rest && feed | compile | assemble ;;
here) compile | assemble ;;
esac
status=$?
if [ -e failed ]; then
	read -r status <failed
	echo "cc1 $status" >&2
	exit 1
fi
[ $status = 0 ] || { echo "as $status" >&2; exit 1; }
[ "$2" ] || { cat snippet.o; exit; }
read -r libraries <libraries
$ld $2 snippet.o $libraries $3
status=$?
[ $status = 0 ] || { echo "ld $status" >&2; exit 1; }
