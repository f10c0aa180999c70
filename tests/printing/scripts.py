"""What people might pledge, in the scripts they write."""

FAMILY = "👨\u200d👩\u200d👧"
DOCTOR = "👩🏿\u200d⚕\ufe0f"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"

LEFT_TO_RIGHT = {
    "English": "I will ask “What matters to you?” before I ask “What’s the matter?”",
    "Welsh": "Byddaf yn gofyn i bob claf beth sy’n bwysig. Ŵyth tŷ, ŷd a dŵr.",
    "Polish": "Zapytam każdego pacjenta, co jest ważne. Zażółć gęślą jaźń.",
    "Gaelic": "Faighnichidh mi dhan a h-uile euslainteach dè tha cudromach. Òran ùr.",
    "Greek and Russian": "Θα ρωτώ κάθε ασθενή. Буду слушать.",
    "Hindi": "मैं हर मरीज़ से पूछूँगा कि क्या मायने रखता है। क्षत्रिय विद्यार्थी हिन्दी",
    "Gujarati": "હું દરેક દર્દીને પૂછીશ કે શું મહત્વનું છે. ક્ષમા શ્રી",
    "Bengali": "আমি প্রত্যেক রোগীকে জিজ্ঞাসা করব কী গুরুত্বপূর্ণ। ক্ষমা",
    "Punjabi": "ਮੈਂ ਹਰ ਮਰੀਜ਼ ਨੂੰ ਪੁੱਛਾਂਗਾ ਕਿ ਕੀ ਮਹੱਤਵਪੂਰਨ ਹੈ।",
    "Chinese": "我会问每位病人：“对您来说什么最重要？”然后再问病情（NHS 2026）。",
    "Chinese of Hong Kong": "我會問每位病人「對您來說什麼最重要？」，唔該晒，佢哋喺度。",
    "emoji": f"Celebrate 🎉 small wins 👍🏽 {FAMILY} 🇬🇧🇵🇱 1\ufe0f\u20e3 ❤\ufe0f {DOCTOR} {WALES}.",
    "marks": "x̂ q̃ m̄",
}
RIGHT_TO_LEFT = {
    "Arabic": "سأسأل كل مريض: «ما الذي يهمّك؟» قبل أن أسأل عن مرضه",
    "Urdu": "میں ہر مریض سے پوچھوں گا کہ اُن کے لیے کیا اہم ہے۔ ٹھیک ڈاکٹر",
    "Persian": "می\u200cخواهم از هر بیمار بپرسم چه چیزی برایش مهم است",
    "Hebrew": "אשאל כל מטופל מה חשוב לו, שָׁלוֹם",
}
MIXED = {
    "Arabic in English": "Siân said سلام عليكم and नमस्ते to 王小明 👋🏾 at 10:30.",
    "English in Arabic": "قالت Siân مرحبا للسيد 王小明 👋🏾 في NHS (UK) الساعة 10:30 (غدًا)؟",
}
ALL = LEFT_TO_RIGHT | RIGHT_TO_LEFT | MIXED
