/* Follows a program with ptrace(2) and records its calls, as the tracer of the host does. */
#pragma once

#include "program.h"

/** Follows the program, which has been let go, until it ends. Never returns. */
_Noreturn void follow(struct program *program, const struct orders *orders);
