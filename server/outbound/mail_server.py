"""For tests: an SMTP server of Debian's python3-aiosmtpd. Usage: mail_server.py PORT.

Prints its process id and port, then for each mail that it took the recipient and the bytes in hexadecimal. Who it
is for decides what happens: 'weigert...' is refused at once, 'vol...' after its text, 'later...' is put off the first
time, 'traag...' gets no answer."""
import asyncio
import os
import signal
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("weigert"):
            return "550 no such mailbox"
        if address.startswith("later") and address not in self.put_off:
            self.put_off.add(address)
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("vol"):
            return "552 mailbox full"
        print(envelope.rcpt_tos[0], envelope.content.hex(), flush=True)
        if envelope.rcpt_tos[0].startswith("traag"):
            await asyncio.sleep(3600)
        return "250 taken"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), hostname="localhost"), "127.0.0.1", int(sys.argv[1]))
    print(os.getpid(), server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


signal.alarm(300)  # should the test that started it be killed
asyncio.run(main())
