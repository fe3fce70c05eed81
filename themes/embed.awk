# Turns the numbers of `od -An -v -tu1` into one C array; the table of all of them is made by theme_data's includer.
BEGIN { id = name; gsub(/[^A-Za-z0-9]/, "_", id); printf "EMBED(%s, \"%s\", ", id, name }
{ for (i = 1; i <= NF; i++) printf "%s,", $i; printf "\n" }
END { print ")" }
