package io.github.sim52xx.cli;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.command.BaseCommands;
import io.github.sim52xx.email.command.Pop3Commands;
import io.github.sim52xx.email.command.SmtpCommands;
import io.github.sim52xx.email.pop3.Pop3Client;
import io.github.sim52xx.email.smtp.SmtpClient;
import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.fs.command.FileSystemCommands;
import io.github.sim52xx.fs.command.FileTransferCommands;
import io.github.sim52xx.mms.MmsClient;
import io.github.sim52xx.mms.command.MmsCommands;
import io.github.sim52xx.mms.command.MmsEditCommands;
import io.github.sim52xx.mms.command.MmsSettingCommands;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.Ping;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.command.NameCommands;
import io.github.sim52xx.net.command.NetworkOpening;
import io.github.sim52xx.net.command.NumberedSocketCommands;
import io.github.sim52xx.net.command.PacketCommands;
import io.github.sim52xx.net.command.PingCommands;
import io.github.sim52xx.net.command.QosCommands;
import io.github.sim52xx.net.command.SecondaryContextCommands;
import io.github.sim52xx.net.command.SingleSocketCommands;
import io.github.sim52xx.net.command.SocketCommands;
import io.github.sim52xx.net.command.SocketContextCommands;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.net.tcpip.ReadMode;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.ArrayList;
import java.util.List;

/** Puts the modem together out of the modules. A new family of commands or part is named here. */
final class Assembly {

    private Assembly() {}

    /**
     * A blueprint with all commands and parts.
     *
     * @param state null to keep the files in memory
     */
    static Blueprint.Builder blueprint(StorageOptions storage, StateDirectory state, Resolver resolver) {
        return BaseCommands.addParts(Blueprint.builder())
                .part(Storage.class, modem -> new Storage(modem, storage, state))
                .part(PacketDomain.class, PacketDomain::new)
                .part(Bearer.class, modem -> new Bearer(modem, resolver))
                .part(Ping.class, Ping::new)
                .part(SocketService.class, SocketService::new)
                .part(TcpIp.class, TcpIp::new)
                .part(ReadMode.class, ReadMode::new)
                .part(NetworkOpening.class, NetworkOpening::new)
                .part(SmtpClient.class, SmtpClient::new)
                .part(Pop3Client.class, Pop3Client::new)
                .part(MmsClient.class, MmsClient::new)
                .commands(commands());
    }

    private static List<CommandSet<Modem>> commands() {
        List<CommandSet<Modem>> all = new ArrayList<>(BaseCommands.all());
        all.add(new FileSystemCommands());
        all.add(new FileTransferCommands());
        all.add(new PacketCommands());
        all.add(new SocketContextCommands());
        all.add(new SecondaryContextCommands());
        all.add(new QosCommands());
        all.add(new SocketSettingCommands());
        all.add(new NameCommands());
        all.add(new PingCommands());
        all.add(new SocketCommands());
        all.add(new SingleSocketCommands());
        all.add(new NumberedSocketCommands());
        all.add(new SmtpCommands());
        all.add(new Pop3Commands());
        all.add(new MmsSettingCommands());
        all.add(new MmsEditCommands());
        all.add(new MmsCommands());
        return all;
    }
}
