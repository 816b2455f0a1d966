package dev.broadsheet.http;

import io.javalin.http.Handler;

/**
 * What is answered at a path, to GET and HEAD.
 *
 * @param path with its parameters in braces
 * @param handler that answers
 */
record Route(String path, Handler handler) {}
