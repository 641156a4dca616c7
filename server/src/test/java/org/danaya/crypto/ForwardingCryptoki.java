package org.danaya.crypto;

import java.util.List;
import java.util.Optional;

/** Hands everything on; a test changes what it wants otherwise. */
class ForwardingCryptoki implements Cryptoki {

    private final Cryptoki to;

    ForwardingCryptoki(Cryptoki to) {
        this.to = to;
    }

    @Override
    public void initialize() throws CryptokiError {
        to.initialize();
    }

    @Override
    public void finish() throws CryptokiError {
        to.finish();
    }

    @Override
    public List<Long> slots() throws CryptokiError {
        return to.slots();
    }

    @Override
    public String tokenLabel(long slot) throws CryptokiError {
        return to.tokenLabel(slot);
    }

    @Override
    public List<Long> mechanisms(long slot) throws CryptokiError {
        return to.mechanisms(slot);
    }

    @Override
    public long openSession(long slot, long flags) throws CryptokiError {
        return to.openSession(slot, flags);
    }

    @Override
    public void closeSession(long session) throws CryptokiError {
        to.closeSession(session);
    }

    @Override
    public void login(long session, byte[] pin) throws CryptokiError {
        to.login(session, pin);
    }

    @Override
    public List<Long> find(long session, List<Attribute> template) throws CryptokiError {
        return to.find(session, template);
    }

    @Override
    public Optional<byte[]> attribute(long session, long object, long type) throws CryptokiError {
        return to.attribute(session, object, type);
    }

    @Override
    public KeyHandles generate(
            long session, long mechanism, List<Attribute> forPublic, List<Attribute> forPrivate)
            throws CryptokiError {
        return to.generate(session, mechanism, forPublic, forPrivate);
    }

    @Override
    public byte[] sign(long session, long mechanism, long key, byte[] data) throws CryptokiError {
        return to.sign(session, mechanism, key, data);
    }

    @Override
    public void destroy(long session, long object) throws CryptokiError {
        to.destroy(session, object);
    }
}
