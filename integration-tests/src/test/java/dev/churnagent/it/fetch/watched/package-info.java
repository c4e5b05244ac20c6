/**
 * Programs with watched methods of every kind, and with arguments that must be read without calling
 * any code of the application.
 */
package dev.churnagent.it.fetch.watched;
