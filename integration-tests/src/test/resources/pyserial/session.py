"""A session over rfc2217:// as a host program with pyserial has it: session.py PORT."""

import sys
import time

import serial

# pyserial itself waits for an answer no longer than 3 s, unless it is told to.
PATIENCE = 60
URL = "rfc2217://127.0.0.1:%s?timeout=%d" % (sys.argv[1], PATIENCE)


def ask(port, line, end=b"OK\r\n"):
    port.write(line + b"\r")
    answer = port.read_until(end)
    assert answer.endswith(end), (line, answer)
    return answer


def until(condition):
    """Waits for what the modem tells."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "has not come"
        time.sleep(0.01)


with serial.serial_for_url(URL, baudrate=115200, timeout=PATIENCE) as port:
    assert ask(port, b"ATE0").endswith(b"\r\nOK\r\n")
    assert ask(port, b"AT+CSQ") == b"\r\n+CSQ: 22,0\r\n\r\nOK\r\n"
    until(lambda: port.dsr and port.cts and port.cd and not port.ri)
    ask(port, b"AT&C1")
    until(lambda: not port.cd)
    port.dtr = False
    port.rts = False
    ask(port, b"AT")
    port.rts = True
    ask(port, b"AT+IFC=2,2")
    port.rts = False
    port.write(b"AT\r")
    port.timeout = 0.3
    assert port.read(1) == b""
    port.timeout = PATIENCE
    port.rts = True
    assert port.read_until(b"OK\r\n") == b"\r\nOK\r\n"
    port.dtr = True
    # 255 is doubled on the way in and on the way out.
    content = bytes(range(256)) * 40
    port.write(b'AT+CFTRANRX="C:/all.bin",%d\r' % len(content))
    assert port.read_until(b">").endswith(b">")
    port.write(content)
    port.read_until(b"OK\r\n")
    port.write(b'AT+CFTRANTX="C:/all.bin"\r')
    answer = port.read_until(b"+CFTRANTX: 0\r\n\r\nOK\r\n")
    data = b""
    while answer:
        head, _, answer = answer.partition(b"+CFTRANTX: DATA,")
        if answer:
            size, _, answer = answer.partition(b"\r\n")
            data += answer[: int(size)]
            answer = answer[int(size) :]
    assert data == content, (len(data), len(content))
    ask(port, b"AT+IPR=9600")
    port.baudrate = 9600
    ask(port, b"AT+IPR=115200")

# A host that looks for the modem's speed.
with serial.serial_for_url(URL, baudrate=9600, timeout=1) as port:
    port.write(b"AT\r")
    assert port.read(1) == b""
    port.baudrate = 115200
    port.timeout = 10
    ask(port, b"AT")
print("all well")
