package org.danaya.crypto;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A PKCS #11 library called through the JDK's foreign functions, by the list of functions that it
 * gives (PKCS #11 v2.40 §3.6, §5.2). For 64-bit Linux, where CK_ULONG has eight bytes.
 */
@SuppressWarnings("restricted") // Calling a native library is what this class is for.
final class NativeCryptoki implements Cryptoki {

    private static final Linker LINKER = Linker.nativeLinker();

    /** CKF_OS_LOCKING_OK. */
    private static final long OS_LOCKING = 0x2;

    private static final long TOKEN_INFO_BYTES = 256;
    private static final int TOKEN_LABEL_BYTES = 32;
    private static final int ATTRIBUTE_BYTES = 24;
    private static final int FIND_AT_ONCE = 64;
    private static final int SIGNATURE_LIMIT = 8_192;
    private static final int ATTRIBUTE_LIMIT = 65_536;

    /** CK_UNAVAILABLE_INFORMATION. */
    private static final long UNAVAILABLE = -1;

    private static final long ATTRIBUTE_SENSITIVE = 0x11;
    private static final long ATTRIBUTE_TYPE_INVALID = 0x12;

    /**
     * The functions that we call, by their place in CK_FUNCTION_LIST, each with its parameters: a
     * byte, a number, a pointer.
     */
    private enum Function {
        INITIALIZE("C_Initialize", 0, "p"),
        FINALIZE("C_Finalize", 1, "p"),
        SLOTS("C_GetSlotList", 4, "bpp"),
        TOKEN_INFO("C_GetTokenInfo", 6, "np"),
        MECHANISMS("C_GetMechanismList", 7, "npp"),
        OPEN_SESSION("C_OpenSession", 12, "nnppp"),
        CLOSE_SESSION("C_CloseSession", 13, "n"),
        LOGIN("C_Login", 18, "nnpn"),
        DESTROY("C_DestroyObject", 22, "nn"),
        ATTRIBUTE("C_GetAttributeValue", 24, "nnpn"),
        FIND_INIT("C_FindObjectsInit", 26, "npn"),
        FIND("C_FindObjects", 27, "npnp"),
        FIND_FINAL("C_FindObjectsFinal", 28, "n"),
        SIGN_INIT("C_SignInit", 42, "npn"),
        SIGN("C_Sign", 43, "npnpp"),
        GENERATE("C_GenerateKeyPair", 59, "nppnpnpp");

        private static final int LAST = 59;

        private final String symbol;
        private final int place;
        private final String parameters;

        Function(String symbol, int place, String parameters) {
            this.symbol = symbol;
            this.place = place;
            this.parameters = parameters;
        }

        FunctionDescriptor descriptor() {
            return FunctionDescriptor.of(
                    JAVA_LONG,
                    parameters.chars().mapToObj(Function::layout).toArray(MemoryLayout[]::new));
        }

        private static MemoryLayout layout(int parameter) {
            return switch (parameter) {
                case 'b' -> JAVA_BYTE;
                case 'n' -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
    }

    private final Map<Function, MethodHandle> functions = new EnumMap<>(Function.class);

    /**
     * @throws IllegalArgumentException where there is no such library
     */
    NativeCryptoki(Path library) throws CryptokiError {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        MethodHandle list =
                LINKER.downcallHandle(
                        symbols.find("C_GetFunctionList")
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        library + " isn't a PKCS #11 library")),
                        FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ADDRESS);
            check("C_GetFunctionList", (long) list.invokeWithArguments(place));
            // After CK_VERSION, padded to the size of a pointer.
            MemorySegment all =
                    place.get(ADDRESS, 0).reinterpret(ADDRESS.byteSize() * (Function.LAST + 2));
            for (Function function : Function.values()) {
                functions.put(
                        function,
                        LINKER.downcallHandle(
                                all.getAtIndex(ADDRESS, function.place + 1L),
                                function.descriptor()));
            }
        } catch (CryptokiError | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize() throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(6 * JAVA_LONG.byteSize());
            arguments.setAtIndex(JAVA_LONG, 4, OS_LOCKING);
            call(Function.INITIALIZE, arguments);
        } catch (CryptokiError e) {
            if (!e.is(CryptokiError.ALREADY_INITIALIZED)) {
                throw e;
            }
        }
    }

    @Override
    public void finish() throws CryptokiError {
        call(Function.FINALIZE, MemorySegment.NULL);
    }

    @Override
    public List<Long> slots() throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            return longs(arena, (list, count) -> call(Function.SLOTS, (byte) 1, list, count));
        }
    }

    @Override
    public String tokenLabel(long slot) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(TOKEN_INFO_BYTES);
            call(Function.TOKEN_INFO, slot, info);
            byte[] label = info.asSlice(0, TOKEN_LABEL_BYTES).toArray(JAVA_BYTE);
            return new String(label, StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public List<Long> mechanisms(long slot) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            return longs(arena, (list, count) -> call(Function.MECHANISMS, slot, list, count));
        }
    }

    @Override
    public long openSession(long slot, long flags) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment session = arena.allocate(JAVA_LONG);
            call(
                    Function.OPEN_SESSION,
                    slot,
                    flags | SERIAL,
                    MemorySegment.NULL,
                    MemorySegment.NULL,
                    session);
            return session.get(JAVA_LONG, 0);
        }
    }

    @Override
    public void closeSession(long session) throws CryptokiError {
        call(Function.CLOSE_SESSION, session);
    }

    @Override
    public void login(long session, byte[] pin) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = bytes(arena, pin);
            try {
                call(Function.LOGIN, session, USER, bytes, (long) pin.length);
            } finally {
                bytes.fill((byte) 0);
            }
        }
    }

    @Override
    public List<Long> find(long session, List<Attribute> template) throws CryptokiError {
        List<Long> found = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            call(Function.FIND_INIT, session, array(arena, template), (long) template.size());
            try {
                MemorySegment handles = arena.allocate(JAVA_LONG, FIND_AT_ONCE);
                MemorySegment count = arena.allocate(JAVA_LONG);
                do {
                    call(Function.FIND, session, handles, (long) FIND_AT_ONCE, count);
                    for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
                        found.add(handles.getAtIndex(JAVA_LONG, i));
                    }
                } while (count.get(JAVA_LONG, 0) > 0);
            } finally {
                call(Function.FIND_FINAL, session);
            }
        }
        return found;
    }

    @Override
    public Optional<byte[]> attribute(long session, long object, long type) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment asked = array(arena, List.of(new Attribute(type, new byte[0])));
            asked.setAtIndex(ADDRESS, 1, MemorySegment.NULL);
            call(Function.ATTRIBUTE, session, object, asked, 1L);
            long length = asked.getAtIndex(JAVA_LONG, 2);
            if (length == UNAVAILABLE || length > ATTRIBUTE_LIMIT) {
                return Optional.empty();
            }
            MemorySegment value = arena.allocate(Math.max(1, length));
            asked.setAtIndex(ADDRESS, 1, value);
            call(Function.ATTRIBUTE, session, object, asked, 1L);
            return Optional.of(value.asSlice(0, length).toArray(JAVA_BYTE));
        } catch (CryptokiError e) {
            if (e.is(ATTRIBUTE_SENSITIVE) || e.is(ATTRIBUTE_TYPE_INVALID)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public KeyHandles generate(
            long session, long mechanism, List<Attribute> forPublic, List<Attribute> forPrivate)
            throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment publicKey = arena.allocate(JAVA_LONG);
            MemorySegment privateKey = arena.allocate(JAVA_LONG);
            call(
                    Function.GENERATE,
                    session,
                    mechanism(arena, mechanism),
                    array(arena, forPublic),
                    (long) forPublic.size(),
                    array(arena, forPrivate),
                    (long) forPrivate.size(),
                    publicKey,
                    privateKey);
            return new KeyHandles(publicKey.get(JAVA_LONG, 0), privateKey.get(JAVA_LONG, 0));
        }
    }

    @Override
    public byte[] sign(long session, long mechanism, long key, byte[] data) throws CryptokiError {
        try (Arena arena = Arena.ofConfined()) {
            call(Function.SIGN_INIT, session, mechanism(arena, mechanism), key);
            MemorySegment signature = arena.allocate(SIGNATURE_LIMIT);
            MemorySegment length = arena.allocate(JAVA_LONG);
            length.set(JAVA_LONG, 0, SIGNATURE_LIMIT);
            call(Function.SIGN, session, bytes(arena, data), (long) data.length, signature, length);
            return signature.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }

    @Override
    public void destroy(long session, long object) throws CryptokiError {
        call(Function.DESTROY, session, object);
    }

    private interface Listing {
        void run(MemorySegment list, MemorySegment count) throws CryptokiError;
    }

    /** Asks how many there are, and then for them. */
    private static List<Long> longs(Arena arena, Listing listing) throws CryptokiError {
        MemorySegment count = arena.allocate(JAVA_LONG);
        listing.run(MemorySegment.NULL, count);
        MemorySegment list = arena.allocate(JAVA_LONG, Math.max(1, count.get(JAVA_LONG, 0)));
        listing.run(list, count);
        long[] all = list.asSlice(0, count.get(JAVA_LONG, 0) * Long.BYTES).toArray(JAVA_LONG);
        return Arrays.stream(all).boxed().toList();
    }

    private static MemorySegment mechanism(Arena arena, long type) {
        MemorySegment mechanism = arena.allocate(3 * JAVA_LONG.byteSize());
        mechanism.set(JAVA_LONG, 0, type);
        return mechanism;
    }

    private static MemorySegment array(Arena arena, List<Attribute> attributes) {
        MemorySegment array = arena.allocate(Math.max(1, ATTRIBUTE_BYTES * attributes.size()), 8);
        long at = 0;
        for (Attribute attribute : attributes) {
            array.set(JAVA_LONG, at, attribute.type());
            array.set(ADDRESS, at + 8, bytes(arena, attribute.value()));
            array.set(JAVA_LONG, at + 16, attribute.value().length);
            at += ATTRIBUTE_BYTES;
        }
        return array;
    }

    private static MemorySegment bytes(Arena arena, byte[] bytes) {
        MemorySegment segment = arena.allocate(Math.max(1, bytes.length), 8);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private void call(Function function, Object... arguments) throws CryptokiError {
        long value;
        try {
            value =
                    (long)
                            Objects.requireNonNull(functions.get(function))
                                    .invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        check(function.symbol, value);
    }

    private static void check(String function, long value) throws CryptokiError {
        if (value != 0) {
            throw new CryptokiError(function, value);
        }
    }
}
