/** What `live-man-check --help` prints. */
export const help = `Check the live-man embeds of a built site before its readers see them.

  live-man-check FOLDER [options]

FOLDER has the pages as they will be served; one page will do, too. Tags, carriers, fences and
iframes are found as embed.js finds them. Own code is compiled by the server, and not run.

  -s, --server URL   the server; else $LIVE_MAN_SERVER, else the one whose embed.js the pages load
      --strict       warnings fail as well
      --json         the findings as one JSON object, on standard output
  -h, --help         this text

Exit status: 0 if nothing is wrong, 1 if something is, 2 if that cannot be told.
`;
