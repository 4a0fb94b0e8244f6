package dev.shopbell.local.provider;

/** The business's own ends on the platforms, as the simulated platforms know them. */
public final class Addresses {
    /** The Facebook page. */
    public static final String PAGE = "100064000000001";
    /** The app that sends for the page; echoes name it. */
    static final long APP = 1517776481860111L;
    /** The WhatsApp business account. */
    static final String WHATSAPP_BUSINESS = "102290129340398";
    /** The WhatsApp phone number's id: what one sends from. */
    public static final String WHATSAPP_NUMBER_ID = "106540352242922";
    /** The WhatsApp phone number as people see it. */
    static final String WHATSAPP_NUMBER = "15550783881";
    /** The number for SMS. */
    public static final String SMS_NUMBER = "+15550001000";

    /** The number for SMS at AWS. */
    public static final String AWS_SMS_NUMBER = "+15550002000";

    private Addresses() {}
}
