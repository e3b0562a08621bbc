/** Messages as bytes: OMA MMS encapsulation 1.2 over the binary encodings of WAP-230 (WSP) 8. */
package io.github.sim52xx.mms.pdu;
