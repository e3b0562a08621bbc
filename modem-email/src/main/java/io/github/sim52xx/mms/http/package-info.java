/** One request and its reply over HTTP/1.1 (RFC 9112), as an MMS centre is spoken to. */
package io.github.sim52xx.mms.http;
