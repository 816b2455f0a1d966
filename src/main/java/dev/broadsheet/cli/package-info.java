/**
 * The command line: {@link dev.broadsheet.cli.CommandLineInterface} takes the arguments, one class
 * a command does the work through {@link dev.broadsheet.app.Application}, and the rest prints for a
 * person or, with {@code --json}, for a program. Data goes to standard output, messages and
 * progress to standard error.
 */
@NullMarked
package dev.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
