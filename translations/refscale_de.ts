<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>About RefScale</source>
        <translation>Über RefScale</translation>
    </message>
    <message>
        <source>RefScale %1</source>
        <translation>RefScale %1</translation>
    </message>
    <message>
        <source>Enlarges a picture four times with the help of a better one.
Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Vergrößert ein Bild auf das Vierfache, mit Hilfe eines besseren.
Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>&amp;Referenz hinzufügen …</translation>
    </message>
    <message>
        <source>Set &amp;true picture…</source>
        <translation>&amp;Wahres Bild festlegen …</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Save &amp;job</source>
        <translation>Auf&amp;trag speichern</translation>
    </message>
    <message>
        <source>Save job &amp;as…</source>
        <translation>Auftrag speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Upscale 4×</source>
        <translation>&amp;Vergrößern 4×</translation>
    </message>
    <message>
        <source>&amp;Keep as snapshot</source>
        <translation>Als &amp;Schnappschuss behalten</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>&amp;Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>&amp;Larger brush</source>
        <translation>&amp;Größerer Pinsel</translation>
    </message>
    <message>
        <source>&amp;Invert the painted area</source>
        <translation>Gemalte Fläche &amp;umkehren</translation>
    </message>
    <message>
        <source>&amp;Clear the painted area</source>
        <translation>Gemalte Fläche &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Load a painted area…</source>
        <translation>Gemalte Fläche la&amp;den …</translation>
    </message>
    <message>
        <source>&amp;Save the painted area…</source>
        <translation>Gemalte Fläche &amp;speichern …</translation>
    </message>
    <message>
        <source>Enlarge &amp;without reference</source>
        <translation>&amp;Ohne Referenz vergrößern</translation>
    </message>
    <message>
        <source>Use the &amp;better reference</source>
        <translation>Die &amp;bessere Referenz verwenden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Use the C&amp;PU</source>
        <translation>Den P&amp;rozessor verwenden</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Matches</source>
        <translation>&amp;Treffer</translation>
    </message>
    <message>
        <source>&amp;One picture</source>
        <translation>&amp;Ein Bild</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Si&amp;de by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Di&amp;fference</source>
        <translation>&amp;Differenz</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>B&amp;linken</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>A und B &amp;tauschen</translation>
    </message>
    <message>
        <source>&amp;Turn the split</source>
        <translation>Teilung &amp;drehen</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Hineinzoomen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>H&amp;erauszoomen</translation>
    </message>
    <message>
        <source>&amp;Pictures panel</source>
        <translation>&amp;Bilderleiste</translation>
    </message>
    <message>
        <source>&amp;Settings and Inspect</source>
        <translation>&amp;Einstellungen und Prüfen</translation>
    </message>
    <message>
        <source>&amp;All panels</source>
        <translation>&amp;Alle Leisten</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Voreinstellungen …</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>&amp;About RefScale</source>
        <translation>Ü&amp;ber RefScale</translation>
    </message>
    <message>
        <source>M&amp;aps</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>One map</source>
        <translation>Eine Karte</translation>
    </message>
    <message>
        <source>Two maps</source>
        <translation>Zwei Karten</translation>
    </message>
    <message>
        <source>Four maps</source>
        <translation>Vier Karten</translation>
    </message>
    <message>
        <source>P&amp;in the match</source>
        <translation>Treffer an&amp;heften</translation>
    </message>
    <message>
        <source>Find references in a &amp;folder…</source>
        <translation>Referenzen in einem &amp;Ordner suchen…</translation>
    </message>
    <message>
        <source>&amp;Loupe</source>
        <translation>&amp;Lupe</translation>
    </message>
    <message>
        <source>&amp;Paint the marked region</source>
        <translation>Markierten Bereich &amp;bemalen</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Recent &amp;pictures…</source>
        <translation>&amp;Zuletzt geöffnete Bilder …</translation>
    </message>
    <message>
        <source>What &amp;happened…</source>
        <translation>Was &amp;geschehen ist …</translation>
    </message>
    <message>
        <source>S&amp;huffled-reference control</source>
        <translation>&amp;Kontrolle mit verwürfelter Referenz</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>Kleinere Referenzen verwenden</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>In fp32 rechnen</translation>
    </message>
    <message>
        <source>Why is no GPU used?</source>
        <translation>Warum wird keine GPU verwendet?</translation>
    </message>
    <message>
        <source>&amp;Help on this part</source>
        <translation>&amp;Hilfe zu diesem Teil</translation>
    </message>
</context>
<context>
    <name>DifferenceBar</name>
    <message>
        <source>A minus B, brightness of 255</source>
        <translation>A minus B, Helligkeit (von 255)</translation>
    </message>
    <message>
        <source>Difference, of 255, per channel</source>
        <translation>Unterschied von 255, je Kanal</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no file %1; check its name.</source>
        <translation>Die Datei %1 gibt es nicht; prüfen Sie ihren Namen.</translation>
    </message>
    <message>
        <source>RefScale may not read %1; check its permissions.</source>
        <translation>RefScale darf %1 nicht lesen; prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>%1 konnte nicht geöffnet werden: %2.</translation>
    </message>
    <message>
        <source>The disk is full; free some space and write %1 again.</source>
        <translation>Der Datenträger ist voll; schaffen Sie Platz und schreiben Sie %1 erneut.</translation>
    </message>
    <message>
        <source>RefScale may not write %1; check the permissions of its folder, or write elsewhere.</source>
        <translation>RefScale darf %1 nicht schreiben; prüfen Sie die Zugriffsrechte des Ordners oder schreiben Sie anderswohin.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not a file; name a file.</source>
        <translation>%1 ist keine Datei; nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 MiB that RefScale reads of such a file.</source>
        <translation>%1 ist größer als die %2 MiB, die RefScale von einer solchen Datei liest.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is there already and was kept; choose another name.</source>
        <translation>%1 gibt es schon und blieb erhalten; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no folder %1; create it first.</source>
        <translation>Den Ordner %1 gibt es nicht; legen Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file to write.</source>
        <translation>%1 ist ein Ordner; nennen Sie eine Datei, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe; name a plain file to write.</source>
        <translation>%1 ist ein Gerät oder eine Pipe; nennen Sie eine gewöhnliche Datei, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1; close other programs or use a smaller picture.</source>
        <translation>Zum Lesen von %1 reicht der Speicher nicht; schließen Sie andere Programme oder nehmen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1 pixels; close other programs or use a smaller picture.</source>
        <translation>Für ein Bild mit %1 Pixeln reicht der Speicher nicht; schließen Sie andere Programme oder nehmen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>%1 is empty; it holds no picture.</source>
        <translation>%1 ist leer; die Datei enthält kein Bild.</translation>
    </message>
    <message>
        <source>%1 is not a picture that RefScale knows; it reads %2.</source>
        <translation>%1 ist kein Bild, das RefScale kennt; lesen kann es %2.</translation>
    </message>
    <message>
        <source>%1 has %2 MiB, more than a picture within the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 hat %2 MiB, mehr als ein Bild innerhalb der Grenze von %3; erhöhen Sie die Grenze mit --pixel-limit, wenn die Datei die richtige ist.</translation>
    </message>
    <message>
        <source>%1 holds no picture: its size is %2 pixels.</source>
        <translation>%1 enthält kein Bild: Die Größe ist %2 Pixel.</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than any picture that RefScale can hold; reduce it first.</source>
        <translation>%1 hat %2 Pixel, mehr als jedes Bild, das RefScale fassen kann; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 hat %2 Pixel, mehr als die Grenze von %3; erhöhen Sie die Grenze mit --pixel-limit, wenn die Datei die richtige ist.</translation>
    </message>
    <message>
        <source>%1 is broken or cut off; get a complete copy of it.</source>
        <translation>%1 ist beschädigt oder abgeschnitten; besorgen Sie eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>%1 is a kind of file that RefScale cannot read: %2; convert it to PNG. It reads %3.</source>
        <translation>%1 ist von einer Art, die RefScale nicht lesen kann: %2; wandeln Sie die Datei in PNG um. Lesen kann es %3.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read; check its name and its rights.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden; prüfen Sie seinen Namen und seine Rechte.</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>Es gibt kein Bild zu schreiben.</translation>
    </message>
    <message>
        <source>There is not enough memory to write the picture; close other programs.</source>
        <translation>Zum Schreiben des Bildes reicht der Speicher nicht; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4; write PNG or TIFF.</source>
        <translation>%1-Bilder haben höchstens %2 Pixel je Seite, nicht %3 × %4; schreiben Sie PNG oder TIFF.</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4.</source>
        <translation>%1-Bilder haben höchstens %2 Pixel je Seite, nicht %3 × %4.</translation>
    </message>
    <message>
        <source>The engine %1 could not be loaded; run packaging/run again, or install RefScale anew.</source>
        <translation>Das Rechenwerk %1 konnte nicht geladen werden; führen Sie packaging/run erneut aus oder installieren Sie RefScale neu.</translation>
    </message>
    <message>
        <source>The engine %1 is of another version; install RefScale anew.</source>
        <translation>Das Rechenwerk %1 ist von einer anderen Version; installieren Sie RefScale neu.</translation>
    </message>
    <message>
        <source>There is no model %1; none is installed, import one with &quot;refscale import-model&quot;.</source>
        <translation>Das Modell %1 gibt es nicht; es ist keines installiert, lesen Sie eines mit „refscale import-model“ ein.</translation>
    </message>
    <message>
        <source>There is no model %1; choose one of: %2.</source>
        <translation>Das Modell %1 gibt es nicht; wählen Sie eines von diesen: %2.</translation>
    </message>
    <message>
        <source>There is not enough memory to bring this reference into line; close other programs, or take a smaller reference.</source>
        <translation>Der Speicher reicht nicht, um diese Referenz auszurichten; schließen Sie andere Programme oder nehmen Sie eine kleinere Referenz.</translation>
    </message>
    <message>
        <source>A part of what was borrowed came out twice, so there is no result; try again, or another precision.</source>
        <translation>Ein Teil des Übernommenen kam doppelt heraus, deshalb gibt es kein Ergebnis; versuchen Sie es noch einmal oder mit einer anderen Genauigkeit.</translation>
    </message>
    <message>
        <source>The GPU failed at %1; try again, on another device or on the CPU.</source>
        <translation>Die GPU versagte bei %1; versuchen Sie es noch einmal, auf einem anderen Gerät oder auf der CPU.</translation>
    </message>
    <message>
        <source>The network gave a blank picture, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>Das Netz lieferte ein leeres Bild, deshalb gibt es kein Ergebnis; wählen Sie die Genauigkeit fp32 oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>A part of the result came out blank (around %1 in the input), so there is no result; choose fp32 as precision, or another model.</source>
        <translation>Ein Teil des Ergebnisses blieb leer (um %1 in der Eingabe), deshalb gibt es kein Ergebnis; wählen Sie die Genauigkeit fp32 oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of the result are those of another place, so there is no result; try again, or another precision.</source>
        <translation>Die Zeilen %1 bis %2 des Ergebnisses gehören an eine andere Stelle, deshalb gibt es kein Ergebnis; versuchen Sie es noch einmal oder mit einer anderen Genauigkeit.</translation>
    </message>
    <message>
        <source>The network gave invalid numbers, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>Das Netz lieferte ungültige Zahlen, deshalb gibt es kein Ergebnis; wählen Sie die Genauigkeit fp32 oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>A processor does not compute in fp16; choose auto, fp32 or bf16.</source>
        <translation>Ein Prozessor rechnet nicht in fp16; wählen Sie auto, fp32 oder bf16.</translation>
    </message>
    <message>
        <source>No GPU can be used: %1 Choose the CPU as device.</source>
        <translation>Es ist keine GPU verwendbar: %1 Wählen Sie die CPU als Gerät.</translation>
    </message>
    <message>
        <source>This picture and its reference are too large for the exact matcher; enlarge the picture in parts, or reduce the reference to %1 megapixels (--reference-megapixels).</source>
        <translation>Dieses Bild und seine Referenz sind zu groß für die genaue Zuordnung; vergrößern Sie das Bild in Teilen oder verkleinern Sie die Referenz auf %1 Megapixel (--reference-megapixels).</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture; close other programs, use a smaller reference, or enlarge the picture in parts.</source>
        <translation>Für dieses Bild reicht der Speicher nicht; schließen Sie andere Programme, nehmen Sie eine kleinere Referenz oder vergrößern Sie das Bild in Teilen.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no contrastive extractor; use the matcher vgg or another model.</source>
        <translation>Das Modell „%1“ hat keinen kontrastiven Extraktor; verwenden Sie das Verfahren vgg oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no complete model (restoration network and VGG-19); import published checkpoints with &quot;refscale import-model&quot;.</source>
        <translation>„%1“ enthält kein vollständiges Modell (Restaurierungsnetz und VGG-19); importieren Sie veröffentlichte Checkpoints mit „refscale import-model“.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no single-image network underneath; leave --network base out, or choose another model.</source>
        <translation>Unter dem Modell „%1“ liegt kein Einzelbildnetz; lassen Sie --network base weg oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has the published layout, whose matches cannot be mirrored; choose one pass (--self-ensemble 1).</source>
        <translation>Das Modell „%1“ hat den veröffentlichten Aufbau, dessen Zuordnungen sich nicht spiegeln lassen; wählen Sie einen Durchgang (--self-ensemble 1).</translation>
    </message>
    <message>
        <source>There is not enough memory to load the engine; close other programs, or raise the limit that was set.</source>
        <translation>Der Speicher reicht nicht, um die Engine zu laden; schließen Sie andere Programme oder heben Sie die gesetzte Grenze an.</translation>
    </message>
</context>
<context>
    <name>FailureDetails</name>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Open pictures here, choose between the picture, its matches and its maps, and export the result.</source>
        <translation>Öffnen Sie hier Bilder, wählen Sie zwischen dem Bild, seinen Treffern und seinen Karten, und exportieren Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>Drop the picture to enlarge on the left and a better picture of the same thing on the right. The sample shows what comes of it.</source>
        <translation>Legen Sie links das Bild ab, das vergrößert werden soll, und rechts ein besseres Bild desselben Motivs. Das Beispiel zeigt, was dabei herauskommt.</translation>
    </message>
    <message>
        <source>The picture that is enlarged, the references that detail is borrowed from, and the true picture, if you have one to compare with.</source>
        <translation>Das Bild, das vergrößert wird, die Referenzen, von denen Einzelheiten geborgt werden, und das wahre Bild, wenn Sie eines zum Vergleich haben.</translation>
    </message>
    <message>
        <source>How the picture is enlarged. The usual values serve well; a dot marks what differs from them, a double-click on its name takes it back.</source>
        <translation>Wie das Bild vergrößert wird. Die üblichen Werte genügen meist; ein Punkt zeigt, was davon abweicht, ein Doppelklick auf den Namen nimmt es zurück.</translation>
    </message>
    <message>
        <source>What is known of the references before a run, and of the result after it: how much was borrowed, what was checked, how long it took.</source>
        <translation>Was vor einem Lauf über die Referenzen bekannt ist und danach über das Ergebnis: wie viel geborgt wurde, was geprüft wurde, wie lange es dauerte.</translation>
    </message>
    <message>
        <source>Says how things stand and offers the next step. Upscale 4× needs a picture alone; with a reference it borrows detail from it.</source>
        <translation>Sagt, wie es steht, und bietet den nächsten Schritt an. „Vergrößern 4×“ braucht nur ein Bild; mit einer Referenz borgt es von ihr Einzelheiten.</translation>
    </message>
    <message>
        <source>Lines lead from places of the picture to the places of the reference that show the same. Rings stand where no match is sure.</source>
        <translation>Linien führen von Stellen des Bildes zu den Stellen der Referenz, die dasselbe zeigen. Ringe stehen, wo kein Treffer sicher ist.</translation>
    </message>
    <message>
        <source>Each pane colours every place of the picture by one number. The same place is under the crosshair in all panes.</source>
        <translation>Jedes Feld färbt jede Stelle des Bildes nach einer Zahl. In allen Feldern liegt dieselbe Stelle unter dem Fadenkreuz.</translation>
    </message>
    <message>
        <source>The picture that is enlarged. Drop another one here to replace it.</source>
        <translation>Das Bild, das vergrößert wird. Legen Sie hier ein anderes ab, um es zu ersetzen.</translation>
    </message>
    <message>
        <source>References show the same thing as the picture, sharper or closer. The bars say how much each of them can give; unchecked ones are not used.</source>
        <translation>Referenzen zeigen dasselbe wie das Bild, schärfer oder näher. Die Balken sagen, wie viel jede geben kann; nicht angekreuzte werden nicht verwendet.</translation>
    </message>
    <message>
        <source>What the result should look like, where that is known: four times as large as the picture. PSNR and SSIM are then measured against it.</source>
        <translation>Wie das Ergebnis aussehen sollte, wo das bekannt ist: viermal so groß wie das Bild. PSNR und SSIM werden dann daran gemessen.</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, dragging and the arrow keys move. S, D, F, B and L choose how two pictures are compared; hold Space to see A alone.</source>
        <translation>Das Mausrad oder + und − zoomen, Ziehen und die Pfeiltasten verschieben. S, D, F, B und L wählen, wie zwei Bilder verglichen werden; halten Sie die Leertaste, um A allein zu sehen.</translation>
    </message>
    <message>
        <source>Ways to compare A with B: a line between both, side by side, their difference, blinking, or a loupe that shows both.</source>
        <translation>Arten, A mit B zu vergleichen: eine Linie zwischen beiden, nebeneinander, ihre Differenz, Blinken oder eine Lupe, die beide zeigt.</translation>
    </message>
    <message>
        <source>What is shown as A: bicubic is the picture enlarged without any model, reference off is what the model alone makes of it.</source>
        <translation>Was als A gezeigt wird: „Bikubisch“ ist das Bild, ganz ohne Modell vergrößert, „Ohne Referenz“ ist, was das Modell allein daraus macht.</translation>
    </message>
    <message>
        <source>What is shown as B, usually the result. X swaps A and B.</source>
        <translation>Was als B gezeigt wird, meist das Ergebnis. X tauscht A und B.</translation>
    </message>
    <message>
        <source>Hatching covers what no reference reaches: there the model invents.</source>
        <translation>Die Schraffur bedeckt, wohin keine Referenz reicht: Dort erfindet das Modell.</translation>
    </message>
    <message>
        <source>Point at a place to see its match on the other side. Tab steps through the lines, P pins one; drag for a region, with Shift for a free one.</source>
        <translation>Zeigen Sie auf eine Stelle, um ihren Treffer auf der anderen Seite zu sehen. Tab geht die Linien durch, P heftet eine an; ziehen Sie für einen Bereich, mit Shift für einen freien.</translation>
    </message>
    <message>
        <source>The place under the pointer, its match and its result, enlarged, with their numbers; beside them what you have pinned.</source>
        <translation>Die Stelle unter dem Zeiger, ihr Treffer und ihr Ergebnis, vergrößert, mit ihren Zahlen; daneben, was Sie angeheftet haben.</translation>
    </message>
    <message>
        <source>Evenly spread shows the best match of each part of the picture. Best and worst go by confidence times uniqueness.</source>
        <translation>„Gleichmäßig verteilt“ zeigt den besten Treffer jedes Bildteils. „Beste“ und „Schlechteste“ richten sich nach Vertrauen mal Eindeutigkeit.</translation>
    </message>
    <message>
        <source>How far and where to the matches lie from their places. Drag a rectangle to mark the places with these offsets in all views.</source>
        <translation>Wie weit und in welcher Richtung die Treffer von ihren Stellen liegen. Ziehen Sie ein Rechteck, um die Stellen mit diesen Versätzen in allen Ansichten zu markieren.</translation>
    </message>
    <message>
        <source>How many matches are how sure. Drag the handle, or press the arrow keys, to show only those above it.</source>
        <translation>Wie viele Treffer wie sicher sind. Ziehen Sie den Griff oder drücken Sie die Pfeiltasten, um nur die darüber zu zeigen.</translation>
    </message>
    <message>
        <source>The scale at which the network reads the reference: relu3_1 has one place for 4 × 4 pixels of the result, relu1_1 one for each.</source>
        <translation>Der Maßstab, in dem das Netz die Referenz liest: relu3_1 hat eine Stelle für 4 × 4 Pixel des Ergebnisses, relu1_1 eine für jedes.</translation>
    </message>
    <message>
        <source>An offset is what the match found plus what the network learned to add. Total is both together.</source>
        <translation>Ein Versatz besteht aus dem, was die Zuordnung fand, und dem, was das Netz hinzuzufügen gelernt hat. „Gesamt“ ist beides zusammen.</translation>
    </message>
    <message>
        <source>The trained network. Models lists all of them with their licences.</source>
        <translation>Das trainierte Netz. „Modelle“ führt alle mit ihren Lizenzen auf.</translation>
    </message>
    <message>
        <source>Where it is computed. Auto takes a GPU where there is one.</source>
        <translation>Wo gerechnet wird. „Automatisch“ nimmt eine GPU, wo es eine gibt.</translation>
    </message>
    <message>
        <source>How exactly it is computed. Auto takes the fastest that gives the same picture.</source>
        <translation>Wie genau gerechnet wird. „Automatisch“ nimmt das Schnellste, das dasselbe Bild ergibt.</translation>
    </message>
    <message>
        <source>How much is borrowed. Below 100 % unsure places go first; at 0 % nothing is borrowed. The matches are kept.</source>
        <translation>Wie viel geborgt wird. Unter 100 % fallen unsichere Stellen zuerst weg; bei 0 % wird nichts geborgt. Die Treffer bleiben erhalten.</translation>
    </message>
    <message>
        <source>Where a match is unsure less of it is taken, so that wrong detail does not get in.</source>
        <translation>Wo ein Treffer unsicher ist, wird weniger von ihm genommen, damit keine falschen Einzelheiten hineingeraten.</translation>
    </message>
    <message>
        <source>Paint over what the references show differently, such as people who moved: nothing is borrowed there.</source>
        <translation>Übermalen Sie, was die Referenzen anders zeigen, etwa Menschen, die sich bewegt haben: Dort wird nichts geborgt.</translation>
    </message>
    <message>
        <source>How near each picture comes to the true one: a higher PSNR and an SSIM nearer to 1 are better.</source>
        <translation>Wie nahe jedes Bild dem wahren kommt: Ein höherer PSNR und ein SSIM näher an 1 sind besser.</translation>
    </message>
    <message>
        <source>How long each stage of the last run took.</source>
        <translation>Wie lange jeder Schritt des letzten Laufs dauerte.</translation>
    </message>
    <message>
        <source>Drop a picture, drop a better one of the same thing, press Upscale 4×. F6 goes from area to area, F1 explains where you are.</source>
        <translation>Legen Sie ein Bild ab, dann ein besseres desselben Motivs, und drücken Sie „Vergrößern 4×“. F6 geht von Bereich zu Bereich, F1 erklärt, wo Sie sind.</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Geborgt</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>Erfunden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Match confidence</source>
        <translation>Vertrauen der Treffer</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Offset length</source>
        <translation>Länge des Versatzes</translation>
    </message>
    <message>
        <source>Offset direction</source>
        <translation>Richtung des Versatzes</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>Maskengewicht</translation>
    </message>
    <message>
        <source>Borrowed or invented</source>
        <translation>Geborgt oder erfunden</translation>
    </message>
    <message>
        <source>%1 · total</source>
        <translation>%1 · gesamt</translation>
    </message>
    <message>
        <source>%1 · match</source>
        <translation>%1 · Treffer</translation>
    </message>
    <message>
        <source>%1 · learned</source>
        <translation>%1 · gelernt</translation>
    </message>
    <message>
        <source>output px</source>
        <translation>Ausgabe-px</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>score gap</source>
        <translation>Abstand der Werte</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Surest reference</source>
        <translation>Sicherste Referenz</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Do not &amp;borrow here</source>
        <translation>Hier nicht &amp;borgen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Referenz</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OffsetFrame</name>
    <message numerus="yes">
        <source>Single points instead of counts, up to %n</source>
        <translation>
            <numerusform>Einzelne Punkte statt Anzahlen, bis zu %n</numerusform>
            <numerusform>Einzelne Punkte statt Anzahlen, bis zu %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>Only %1 of the picture is surely found in %2; it may show another part, or another time.</source>
        <translation>Nur %1 des Bildes sind in %2 sicher wiederzufinden; vielleicht zeigt sie einen anderen Teil oder eine andere Zeit.</translation>
    </message>
    <message>
        <source>What is found looks less alike than it should.</source>
        <translation>Was gefunden wird, sieht sich weniger ähnlich als nötig.</translation>
    </message>
    <message>
        <source>%1 shows the thing smaller than the enlarged picture will, so it has less detail to give.</source>
        <translation>%1 zeigt das Motiv kleiner als das vergrößerte Bild und hat daher weniger Einzelheiten zu geben.</translation>
    </message>
    <message>
        <source>%1 shows the thing %2 times as large; so close, little can be matched.</source>
        <translation>%1 zeigt das Motiv %2-mal so groß; so nah ist wenig zuzuordnen.</translation>
    </message>
    <message>
        <source>%1 is turned by %2°, which makes matching harder.</source>
        <translation>%1 ist um %2° gedreht, was das Zuordnen erschwert.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Brauchbar</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>%1, covers %2</source>
        <translation>%1, deckt %2</translation>
    </message>
    <message>
        <source>As large, turned %1°</source>
        <translation>Gleich groß, um %1° gedreht</translation>
    </message>
    <message>
        <source>%1× closer, turned %2°</source>
        <translation>%1× näher, um %2° gedreht</translation>
    </message>
    <message>
        <source>%1× scale, turned %2°</source>
        <translation>%1× Größe, um %2° gedreht</translation>
    </message>
    <message>
        <source>%1 shows the same thing, sharply and large enough.</source>
        <translation>%1 zeigt dasselbe, scharf und groß genug.</translation>
    </message>
    <message>
        <source>%1 shows something else: hardly a place of the picture is found in it.</source>
        <translation>%1 zeigt etwas anderes: kaum eine Stelle des Bildes findet sich darin.</translation>
    </message>
    <message>
        <source>A photo from the same place that shows more of the picture</source>
        <translation>Ein Foto von derselben Stelle, das mehr vom Bild zeigt</translation>
    </message>
    <message>
        <source>The same season and daylight</source>
        <translation>Dieselbe Jahreszeit und dasselbe Tageslicht</translation>
    </message>
    <message>
        <source>A larger or closer photo</source>
        <translation>Ein größeres oder näheres Foto</translation>
    </message>
    <message>
        <source>A photo from farther away, or this one reduced</source>
        <translation>Ein Foto aus größerer Entfernung, oder dieses verkleinert</translation>
    </message>
    <message>
        <source>The photo turned upright</source>
        <translation>Das Foto aufrecht gedreht</translation>
    </message>
    <message>
        <source>As large</source>
        <translation>Gleich groß</translation>
    </message>
    <message>
        <source>%1× closer</source>
        <translation>%1× näher</translation>
    </message>
    <message>
        <source>%1× scale</source>
        <translation>%1× Größe</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Matching the pictures</source>
        <translation>Bilder werden zugeordnet</translation>
    </message>
    <message>
        <source>Aligning the matches</source>
        <translation>Treffer werden ausgerichtet</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation>Ergebnis wird geprüft</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>What is shown stays as it is.</source>
        <translation>Was gezeigt wird, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Restoring without the reference, to compare</source>
        <translation>Wiederherstellung ohne die Referenz, zum Vergleich</translation>
    </message>
    <message>
        <source>The matches are ready: open Matches while this runs. Changed settings apply to the next run.</source>
        <translation>Die Treffer sind fertig: Öffnen Sie „Treffer“, während dies läuft. Geänderte Einstellungen gelten für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>You can go on looking around. Changed settings apply to the next run.</source>
        <translation>Sie können sich weiter umsehen. Geänderte Einstellungen gelten für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>Noch etwa %1</translation>
    </message>
    <message>
        <source>Just started</source>
        <translation>Eben gestartet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The result before is kept.</source>
        <translation>Das vorige Ergebnis bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your pictures and settings are as they were.</source>
        <translation>Bilder und Einstellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>Den Prozessor verwenden</translation>
    </message>
    <message>
        <source>Only the restoring step runs again. The shown result is the old one.</source>
        <translation>Nur die Wiederherstellung läuft noch einmal. Gezeigt wird das alte Ergebnis.</translation>
    </message>
    <message>
        <source>The shown result is the old one.</source>
        <translation>Gezeigt wird das alte Ergebnis.</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>as the run before took</source>
        <translation>so lange wie der vorige Lauf</translation>
    </message>
    <message>
        <source>Export shown…</source>
        <translation>Gezeigtes exportieren …</translation>
    </message>
    <message>
        <source>Upscale again</source>
        <translation>Neu vergrößern</translation>
    </message>
    <message>
        <source>Done in %1, without a reference</source>
        <translation>Fertig in %1, ohne Referenz</translation>
    </message>
    <message>
        <source>All detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>Alle Einzelheiten stammen allein vom Modell. Halten Sie die Leertaste, um das Bild davor zu sehen.</translation>
    </message>
    <message>
        <source>Done in %1. %2 % of the picture is borrowed, %3 % invented</source>
        <translation>Fertig in %1. %2 % des Bildes sind geborgt, %3 % erfunden</translation>
    </message>
    <message>
        <source>Invented: no sure match there, so the detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>Erfunden: Dort gibt es keinen sicheren Treffer, die Einzelheiten stammen allein vom Modell. Halten Sie die Leertaste, um das Bild davor zu sehen.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>%1 × %2 becomes %3 × %4.</source>
        <translation>%1 × %2 werden %3 × %4.</translation>
    </message>
    <message>
        <source>Now add a better picture of the same thing</source>
        <translation>Fügen Sie nun ein besseres Bild desselben Motivs hinzu</translation>
    </message>
    <message>
        <source>A reprint, another angle or a closer view. Drop it anywhere.</source>
        <translation>Ein Nachdruck, ein anderer Blickwinkel oder eine nähere Ansicht. Ziehen Sie es irgendwo hierher.</translation>
    </message>
    <message>
        <source>All references are turned off.</source>
        <translation>Alle Referenzen sind ausgeschaltet.</translation>
    </message>
    <message>
        <source>Enlarge without reference</source>
        <translation>Ohne Referenz vergrößern</translation>
    </message>
    <message>
        <source>Add reference…</source>
        <translation>Referenz hinzufügen …</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>%1 shows something else: no sure match</source>
        <translation>%1 zeigt etwas anderes: kein sicherer Treffer</translation>
    </message>
    <message>
        <source>All detail would come from the model alone.</source>
        <translation>Alle Einzelheiten kämen allein vom Modell.</translation>
    </message>
    <message>
        <source>Weak reference: only %1 of the picture has a sure match</source>
        <translation>Schwache Referenz: nur %1 des Bildes haben einen sicheren Treffer</translation>
    </message>
    <message>
        <source>The result would be almost the same as without a reference.</source>
        <translation>Das Ergebnis wäre fast dasselbe wie ohne Referenz.</translation>
    </message>
    <message>
        <source>Upscale anyway</source>
        <translation>Trotzdem vergrößern</translation>
    </message>
    <message>
        <source>Good reference: %1 of the picture has a sure match</source>
        <translation>Gute Referenz: %1 des Bildes haben einen sicheren Treffer</translation>
    </message>
    <message>
        <source>Fair reference: %1 of the picture has a sure match</source>
        <translation>Brauchbare Referenz: %1 des Bildes haben einen sicheren Treffer</translation>
    </message>
    <message>
        <source>%1 fits best: the detail comes from it.</source>
        <translation>%1 passt am besten: Die Einzelheiten kommen von dort.</translation>
    </message>
    <message>
        <source>Upscale 4×</source>
        <translation>Vergrößern 4×</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird angesehen …</translation>
    </message>
    <message>
        <source>Ready to borrow from %1</source>
        <translation>Bereit, von %1 zu borgen</translation>
    </message>
    <message numerus="yes">
        <source>Ready to borrow from %n references</source>
        <translation>
            <numerusform>Bereit, von %n Referenz zu borgen</numerusform>
            <numerusform>Bereit, von %n Referenzen zu borgen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n files</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Now open the picture that you want to enlarge</source>
        <translation>Öffnen Sie nun das Bild, das vergrößert werden soll</translation>
    </message>
    <message>
        <source>The reference is there already.</source>
        <translation>Die Referenz ist schon da.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Start with the picture you want to enlarge</source>
        <translation>Beginnen Sie mit dem Bild, das vergrößert werden soll</translation>
    </message>
    <message>
        <source>Then add a better picture of the same thing, and press Upscale 4×.</source>
        <translation>Fügen Sie dann ein besseres Bild desselben Motivs hinzu und drücken Sie „Vergrößern 4×“.</translation>
    </message>
    <message>
        <source>Restoring again, to make its maps</source>
        <translation>Wird erneut wiederhergestellt, um die Karten zu erstellen</translation>
    </message>
    <message>
        <source>Paused after %1 of the work</source>
        <translation>Angehalten nach %1 der Arbeit</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>What is done is kept in memory until you resume.</source>
        <translation>Was fertig ist, bleibt im Speicher, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 done, %2 so far</source>
        <translation>%1 fertig, bisher %2</translation>
    </message>
    <message>
        <source>%1 done, %2 so far, %3 of memory</source>
        <translation>%1 fertig, bisher %2, %3 Speicher</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Restoring with a shuffled reference, to compare</source>
        <translation>Wiederherstellung mit verwürfelter Referenz, zum Vergleich</translation>
    </message>
    <message>
        <source>Memory ran out once: it works in tiles half as large now.</source>
        <translation>Der Speicher ging einmal aus: Gerechnet wird jetzt in halb so großen Kacheln.</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>Kleinere Referenzen verwenden</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>In fp32 rechnen</translation>
    </message>
    <message>
        <source>Smaller tiles did not help. It needs about %1; %2 are free.</source>
        <translation>Kleinere Kacheln halfen nicht. Nötig sind etwa %1; frei sind %2.</translation>
    </message>
    <message>
        <source>The result did not pass its check, so it is not shown</source>
        <translation>Das Ergebnis bestand seine Prüfung nicht und wird daher nicht gezeigt</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work. Matches kept</source>
        <translation>Abgebrochen nach %1 der Arbeit. Treffer behalten</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work</source>
        <translation>Abgebrochen nach %1 der Arbeit</translation>
    </message>
    <message>
        <source>Resume does not match again: it restores the picture.</source>
        <translation>„Fortsetzen“ ordnet nicht noch einmal zu: Es stellt das Bild wieder her.</translation>
    </message>
    <message>
        <source>What is matched already is not matched again.</source>
        <translation>Was schon zugeordnet ist, wird nicht noch einmal zugeordnet.</translation>
    </message>
    <message>
        <source>%1 fits best; others lend where they match more surely.</source>
        <translation>%1 passt am besten; andere steuern bei, wo sie sicherer passen.</translation>
    </message>
    <message>
        <source>No usable GPU: the CPU takes about %1</source>
        <translation>Keine nutzbare GPU: Der Prozessor braucht etwa %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CompareCanvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>zoom %1 %</source>
        <translation>Zoom %1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Split at %1 %, A %2, B %3, %4</source>
        <translation>Geteilt bei %1 %, A %2, B %3, %4</translation>
    </message>
    <message>
        <source>Side by side, A %1, B %2, %3</source>
        <translation>Nebeneinander, A %1, B %2, %3</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, %3</source>
        <translation>Differenz von %1 und %2, %3</translation>
    </message>
    <message>
        <source>Blinking between %1 and %2, %3</source>
        <translation>Blinkt zwischen %1 und %2, %3</translation>
    </message>
    <message>
        <source>A %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1</source>
        <translation>B %1</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Sure match, %1 %</source>
        <translation>Sicherer Treffer, %1 %</translation>
    </message>
    <message>
        <source>No sure match: the model invents</source>
        <translation>Kein sicherer Treffer: Das Modell erfindet</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, ×%3</source>
        <translation>Differenz von %1 und %2, ×%3</translation>
    </message>
    <message>
        <source>Loupe pinned at %1, ×%2, A %3, B %4</source>
        <translation>Lupe fest bei %1, ×%2, A %3, B %4</translation>
    </message>
    <message>
        <source>Loupe at %1, ×%2, A %3, B %4</source>
        <translation>Lupe bei %1, ×%2, A %3, B %4</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, %3</source>
        <translation>Differenz mit Vorzeichen, %1 minus %2, %3</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, ×%3</source>
        <translation>Differenz mit Vorzeichen, %1 minus %2, ×%3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ConfidencePlot</name>
    <message>
        <source>Confidence, threshold</source>
        <translation>Vertrauen, Schwelle</translation>
    </message>
    <message>
        <source>Confidence (share of the picture, %)</source>
        <translation>Vertrauen (Anteil am Bild, %)</translation>
    </message>
    <message>
        <source>Shown from confidence %1 on</source>
        <translation>Gezeigt ab Vertrauen %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropCanvas</name>
    <message>
        <source>Part of the picture</source>
        <translation>Teil des Bildes</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropDialog</name>
    <message>
        <source>Crop %1</source>
        <translation>%1 zuschneiden</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Linker Rand</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>Oberer Rand</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Draw the part to keep; pull a corner, or drag it as a whole.</source>
        <translation>Zeichnen Sie den Teil, der bleiben soll; ziehen Sie an einer Ecke oder verschieben Sie ihn als Ganzes.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Document</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not added: %n references are the most that one picture can have.</source>
        <translation>
            <numerusform>%1 wurde nicht hinzugefügt: Mehr als %n Referenz kann ein Bild nicht haben.</numerusform>
            <numerusform>%1 wurde nicht hinzugefügt: Mehr als %n Referenzen kann ein Bild nicht haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reference is the picture itself.</source>
        <translation>Die Referenz ist das Bild selbst.</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
    <message>
        <source>Set the true picture</source>
        <translation>Wahres Bild festlegen</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>Wahres Bild entfernen</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Use reference</source>
        <translation>Referenz verwenden</translation>
    </message>
    <message>
        <source>Leave reference out</source>
        <translation>Referenz auslassen</translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>Bild und Referenz tauschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are the most that one picture can have; remove one first.</source>
        <translation>
            <numerusform>Mehr als %n Schnappschuss kann ein Bild nicht haben; entfernen Sie erst einen.</numerusform>
            <numerusform>Mehr als %n Schnappschüsse kann ein Bild nicht haben; entfernen Sie erst einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Schnappschuss %1</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Leave references out</source>
        <translation>Referenzen auslassen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A reference was added. Matching runs again</source>
        <translation>Eine Referenz kam hinzu. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>A reference was taken out. Matching runs again</source>
        <translation>Eine Referenz fiel weg. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>The references changed. Matching runs again</source>
        <translation>Die Referenzen haben sich geändert. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>The picture changed. Everything runs again</source>
        <translation>Das Bild hat sich geändert. Alles läuft neu</translation>
    </message>
    <message>
        <source>The model changed. Matching runs again</source>
        <translation>Das Modell hat sich geändert. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>The device changed. Matching runs again</source>
        <translation>Das Gerät hat sich geändert. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>The precision changed. Matching runs again</source>
        <translation>Die Genauigkeit hat sich geändert. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>The way of matching changed. Matching runs again</source>
        <translation>Die Art der Zuordnung hat sich geändert. Sie läuft neu</translation>
    </message>
    <message>
        <source>Strength changed from %1 to %2. Matches kept</source>
        <translation>Stärke von %1 auf %2 geändert. Treffer behalten</translation>
    </message>
    <message>
        <source>The painted area changed. Matches kept</source>
        <translation>Die gemalte Fläche hat sich geändert. Treffer behalten</translation>
    </message>
    <message>
        <source>Borrows less where the match is unsure. Matches kept</source>
        <translation>Borgt weniger, wo der Treffer unsicher ist. Treffer behalten</translation>
    </message>
    <message>
        <source>Borrows even where the match is unsure. Matches kept</source>
        <translation>Borgt auch, wo der Treffer unsicher ist. Treffer behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were not added: %1 references are the most that one picture can have.</source>
        <translation>
            <numerusform>%n Bild wurde nicht hinzugefügt: Mehr als %1 Referenzen kann ein Bild nicht haben.</numerusform>
            <numerusform>%n Bilder wurden nicht hinzugefügt: Mehr als %1 Referenzen kann ein Bild nicht haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Order the references</source>
        <translation>Referenzen ordnen</translation>
    </message>
    <message>
        <source>The reference scale changed. Matching runs again</source>
        <translation>Der Maßstab der Referenzen hat sich geändert. Die Zuordnung läuft neu</translation>
    </message>
    <message>
        <source>Every reference lends. Matches kept</source>
        <translation>Alle Referenzen steuern bei. Treffer behalten</translation>
    </message>
    <message>
        <source>Only the best reference lends. Matches kept</source>
        <translation>Nur die beste Referenz steuert bei. Treffer behalten</translation>
    </message>
    <message>
        <source>Passes changed from %1 to %2. Matches kept</source>
        <translation>Durchgänge von %1 auf %2 geändert. Treffer behalten</translation>
    </message>
    <message>
        <source>The order of the references changed. Matches kept</source>
        <translation>Die Reihenfolge der Referenzen hat sich geändert. Treffer behalten</translation>
    </message>
</context>
<context>
    <name>refscale::ui::DropOverlay</name>
    <message>
        <source>Drop it to enlarge it</source>
        <translation>Hier ablegen, um es zu vergrößern</translation>
    </message>
    <message>
        <source>Drop them: the smallest is enlarged, the others are references</source>
        <translation>Hier ablegen: Das kleinste wird vergrößert, die anderen sind Referenzen</translation>
    </message>
    <message>
        <source>Enlarge this picture instead</source>
        <translation>Stattdessen dieses Bild vergrößern</translation>
    </message>
    <message>
        <source>Add as a reference</source>
        <translation>Als Referenz hinzufügen</translation>
    </message>
    <message>
        <source>Drop it as the reference</source>
        <translation>Als Referenz ablegen</translation>
    </message>
    <message>
        <source>Drop them as references</source>
        <translation>Als Referenzen ablegen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::EngineClient</name>
    <message>
        <source>There is not enough memory for this picture; close other programs or use a smaller picture.</source>
        <translation>Für dieses Bild reicht der Speicher nicht; schließen Sie andere Programme oder nehmen Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>Something failed inside RefScale.</source>
        <translation>In RefScale ist etwas fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ExportDialog</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Name template</source>
        <translation>Namensmuster</translation>
    </message>
    <message>
        <source>What the file will be called</source>
        <translation>Wie die Datei heißen wird</translation>
    </message>
    <message>
        <source>If there is such a file already</source>
        <translation>Wenn es eine solche Datei schon gibt</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Add a number to the name</source>
        <translation>Dem Namen eine Zahl anhängen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>If it is there already</source>
        <translation>Falls schon vorhanden</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>Bit je Kanal</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1×, %2</source>
        <translation>%1×, %2</translation>
    </message>
    <message>
        <source>%1×, %2 (made smaller)</source>
        <translation>%1×, %2 (verkleinert)</translation>
    </message>
    <message>
        <source>Date, camera and place (EXIF, XMP)</source>
        <translation>Datum, Kamera und Ort (EXIF, XMP)</translation>
    </message>
    <message>
        <source>The colour profile (%1)</source>
        <translation>Das Farbprofil (%1)</translation>
    </message>
    <message>
        <source>How it was made, in the picture&apos;s XMP</source>
        <translation>Wie es entstand, im XMP des Bildes</translation>
    </message>
    <message>
        <source>Model, references by name and hash, settings, borrowed share, version</source>
        <translation>Modell, Referenzen mit Namen und Hash, Einstellungen, geborgter Anteil, Version</translation>
    </message>
    <message>
        <source>How it was made, as a file (.refscale.json)</source>
        <translation>Wie es entstand, als Datei (.refscale.json)</translation>
    </message>
    <message numerus="yes">
        <source>Maps (%n pictures)</source>
        <translation>
            <numerusform>Karten (%n Bild)</numerusform>
            <numerusform>Karten (%n Bilder)</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison of A and B, as it is shown</source>
        <translation>Der Vergleich von A und B, wie er gezeigt wird</translation>
    </message>
    <message>
        <source>The painted area</source>
        <translation>Die gemalte Fläche</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Also save</source>
        <translation>Außerdem speichern</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>There is no value called %1.</source>
        <translation>Einen Wert namens %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>Die Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>This name is too long for a file.</source>
        <translation>Dieser Name ist zu lang für eine Datei.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Wird gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 cannot stand in a file name: _ stands there instead.</source>
        <translation>%1 darf in einem Dateinamen nicht stehen: Dort steht stattdessen _.</translation>
    </message>
    <message>
        <source>There is such a file already: you will be asked.</source>
        <translation>Eine solche Datei gibt es schon: Sie werden gefragt.</translation>
    </message>
    <message>
        <source>There is such a file already: it will be replaced.</source>
        <translation>Eine solche Datei gibt es schon: Die alte wird ersetzt.</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>This format holds no more than 8 bits.</source>
        <translation>Dieses Format fasst nicht mehr als 8 Bit.</translation>
    </message>
    <message>
        <source>Transparency is laid over white.</source>
        <translation>Durchsichtiges wird auf Weiß gelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already: %1</source>
        <translation>
            <numerusform>%n Datei ist schon vorhanden: %1</numerusform>
            <numerusform>%n Dateien sind schon vorhanden: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>Als %1 speichern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>refscale::ui::FileClient</name>
    <message>
        <source>painted</source>
        <translation>gemalt</translation>
    </message>
    <message>
        <source>sample street</source>
        <translation>Beispielstraße</translation>
    </message>
    <message>
        <source>sample street, closer</source>
        <translation>Beispielstraße, näher</translation>
    </message>
    <message>
        <source>sample street, true</source>
        <translation>Beispielstraße, wahres Bild</translation>
    </message>
    <message>
        <source>The true picture has %1 × %2 pixels, but the enlarged picture will have %3 × %4.</source>
        <translation>Das wahre Bild hat %1 × %2 Pixel, das vergrößerte wird aber %3 × %4 haben.</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 wurde weggelassen: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ImportDialog</name>
    <message>
        <source>Import a published model</source>
        <translation>Ein veröffentlichtes Modell einlesen</translation>
    </message>
    <message>
        <source>Checkpoints of C2-Matching and its successors (.pth, .pt, .safetensors). Nothing inside them is run.</source>
        <translation>Checkpoints von C2-Matching und Nachfolgern (.pth, .pt, .safetensors). Nichts darin wird ausgeführt.</translation>
    </message>
    <message>
        <source>Restoration network</source>
        <translation>Wiederherstellungsnetz</translation>
    </message>
    <message>
        <source>Correspondence extractor</source>
        <translation>Merkmalsnetz für die Zuordnung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Licence (optional)</source>
        <translation>Lizenz (freiwillig)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>Checkpoints (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>refscale::ui::InspectPanel</name>
    <message>
        <source>Nothing to inspect yet</source>
        <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
        <source>After a run the numbers are here: how much was borrowed, what was checked, how long it took.</source>
        <translation>Nach einem Lauf stehen hier die Zahlen: wie viel geborgt wurde, was geprüft wurde, wie lange es dauerte.</translation>
    </message>
    <message>
        <source>Why %1 is good</source>
        <translation>Warum %1 gut ist</translation>
    </message>
    <message>
        <source>Why %1 is fair</source>
        <translation>Warum %1 brauchbar ist</translation>
    </message>
    <message>
        <source>Why %1 is weak</source>
        <translation>Warum %1 schwach ist</translation>
    </message>
    <message>
        <source>Why %1 is wrong</source>
        <translation>Warum %1 falsch ist</translation>
    </message>
    <message>
        <source>Picture covered</source>
        <translation>Gedeckter Bildteil</translation>
    </message>
    <message>
        <source>%1 (good: %2)</source>
        <translation>%1 (gut: %2)</translation>
    </message>
    <message>
        <source>Similarity where covered</source>
        <translation>Ähnlichkeit dort</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>%1× (good: %2 to %3)</source>
        <translation>%1× (gut: %2 bis %3)</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>%1° (good: under %2)</source>
        <translation>%1° (gut: unter %2)</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Geborgt</translation>
    </message>
    <message>
        <source>Invented by the model</source>
        <translation>Vom Modell erfunden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>Berechnet auf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Colours kept when shrunk back</source>
        <translation>Farben bleiben beim Zurückverkleinern</translation>
    </message>
    <message>
        <source>Colours differ when shrunk back</source>
        <translation>Farben weichen beim Zurückverkleinern ab</translation>
    </message>
    <message>
        <source>Δ %1 / 255</source>
        <translation>Δ %1 / 255</translation>
    </message>
    <message>
        <source>Against the true picture</source>
        <translation>Gegen das wahre Bild</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Keep as snapshot</source>
        <translation>Als Schnappschuss behalten</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Positions compared</source>
        <translation>Verglichene Stellen</translation>
    </message>
    <message>
        <source>Sure in %1</source>
        <translation>Sicher in %1</translation>
    </message>
    <message>
        <source>Time per stage</source>
        <translation>Zeit je Schritt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>%1 / 255</source>
        <translation>%1 / 255</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>Differenz von %1 und %2</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>A minus B, brightness</source>
        <translation>A minus B, Helligkeit</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>sRGB  ·  %1  ·  %2 free</source>
        <translation>sRGB  ·  %1  ·  %2 frei</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapCanvas</name>
    <message>
        <source>No map</source>
        <translation>Keine Karte</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1 bei %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapLegend</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>up</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>down</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Within 4 px</source>
        <translation>Innerhalb von 4 px</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Geborgt</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>Erfunden</translation>
    </message>
    <message>
        <source>No sure match</source>
        <translation>Kein sicherer Treffer</translation>
    </message>
    <message>
        <source>Mean, sure</source>
        <translation>Mittel, sichere</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Out of range</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapOptions</name>
    <message>
        <source>Lowest value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Panes with the same map share a range</source>
        <translation>Felder mit derselben Karte teilen den Bereich</translation>
    </message>
    <message>
        <source>How much the map covers the picture</source>
        <translation>Wie stark die Karte das Bild deckt</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>Bereich der Farben</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>1. bis 99. Perzentil</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Eingegeben</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Über dem Bild</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapPane</name>
    <message>
        <source>Map: %1</source>
        <translation>Karte: %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsInspect</name>
    <message>
        <source>Offsets</source>
        <translation>Versätze</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Zeiger</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsView</name>
    <message>
        <source>Number of maps</source>
        <translation>Zahl der Karten</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Aussehen …</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Picture with its bar (PNG)…</source>
        <translation>Bild mit Farbleiste (PNG) …</translation>
    </message>
    <message>
        <source>Picture alone (PNG)…</source>
        <translation>Nur das Bild (PNG) …</translation>
    </message>
    <message>
        <source>Numbers, 32-bit float (TIFF)…</source>
        <translation>Zahlen, 32-Bit-Gleitkomma (TIFF) …</translation>
    </message>
    <message>
        <source>Numbers for NumPy (NPY)…</source>
        <translation>Zahlen für NumPy (NPY) …</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Karte speichern</translation>
    </message>
    <message>
        <source>These numbers come with the restoration.</source>
        <translation>Diese Zahlen kommen mit der Wiederherstellung.</translation>
    </message>
    <message>
        <source>These numbers were not kept. Restoring again takes about %1; the matches are kept, and the picture stays the same.</source>
        <translation>Diese Zahlen wurden nicht behalten. Erneutes Wiederherstellen dauert etwa %1; die Treffer bleiben, und das Bild bleibt gleich.</translation>
    </message>
    <message>
        <source>Make these maps</source>
        <translation>Diese Karten erzeugen</translation>
    </message>
    <message>
        <source>Nothing was borrowed from this reference: another one matched better.</source>
        <translation>Von dieser Referenz wurde nichts geborgt: Eine andere passte besser.</translation>
    </message>
    <message>
        <source>Nothing was borrowed for this picture.</source>
        <translation>Für dieses Bild wurde nichts geborgt.</translation>
    </message>
    <message>
        <source>At this scale the model reads nothing from references; it does at %1.</source>
        <translation>Auf dieser Stufe liest das Modell nichts aus Referenzen; auf %1 tut es das.</translation>
    </message>
    <message>
        <source>This matcher does not measure it.</source>
        <translation>Dieses Verfahren misst das nicht.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskEditor</name>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Invert the painted area</source>
        <translation>Gemalte Fläche umkehren</translation>
    </message>
    <message>
        <source>Clear the painted area</source>
        <translation>Gemalte Fläche löschen</translation>
    </message>
    <message>
        <source>Paint the marked region</source>
        <translation>Markierten Bereich bemalen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskSection</name>
    <message>
        <source>Do not borrow here</source>
        <translation>Hier nicht borgen</translation>
    </message>
    <message>
        <source>More for the painted area</source>
        <translation>Mehr zur gemalten Fläche</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>Pinselgröße in Pixeln</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>%1 painted</source>
        <translation>%1 bemalt</translation>
    </message>
    <message>
        <source>Nothing painted</source>
        <translation>Nichts bemalt</translation>
    </message>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>Ein Doppelklick bringt den üblichen Wert zurück</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchCanvas</name>
    <message>
        <source>Matches between picture and reference</source>
        <translation>Treffer zwischen Bild und Referenz</translation>
    </message>
    <message numerus="yes">
        <source>%n positions match here</source>
        <translation>
            <numerusform>%n Stelle passt hierher</numerusform>
            <numerusform>%n Stellen passen hierher</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Match at %1   confidence %2</source>
        <translation>Treffer bei %1   Vertrauen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) shown</source>
        <translation>
            <numerusform>%n Linie gezeigt</numerusform>
            <numerusform>%n Linien gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 matches %2, confidence %3</source>
        <translation>%1 entspricht %2, Vertrauen %3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesInspect</name>
    <message>
        <source>Colours of confidence, from 0 to 1</source>
        <translation>Farben des Vertrauens, von 0 bis 1</translation>
    </message>
    <message>
        <source>Where the matches point</source>
        <translation>Wohin die Treffer weisen</translation>
    </message>
    <message>
        <source>Number of lines</source>
        <translation>Zahl der Linien</translation>
    </message>
    <message>
        <source>Which matches are drawn</source>
        <translation>Welche Treffer gezeichnet werden</translation>
    </message>
    <message>
        <source>Evenly spread</source>
        <translation>Gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Seed of the random choice</source>
        <translation>Startwert der Zufallsauswahl</translation>
    </message>
    <message>
        <source>Colour of the lines</source>
        <translation>Farbe der Linien</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Ring where nothing is sure</source>
        <translation>Ring, wo nichts sicher ist</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>Longest offset in pixels</source>
        <translation>Größter Versatz in Pixeln</translation>
    </message>
    <message>
        <source>Largest distance there and back in pixels</source>
        <translation>Größter Abstand hin und zurück in Pixeln</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pins only</source>
        <translation>Nur angeheftete</translation>
    </message>
    <message>
        <source>Offset up to</source>
        <translation>Versatz bis</translation>
    </message>
    <message>
        <source>Back within</source>
        <translation>Zurück innerhalb</translation>
    </message>
    <message>
        <source>%1 of %2 sure matches are drawn</source>
        <translation>%1 von %2 sicheren Treffern sind gezeichnet</translation>
    </message>
    <message>
        <source>Show only confidence above %1</source>
        <translation>Nur Vertrauen über %1 zeigen</translation>
    </message>
    <message>
        <source>Colours of direction</source>
        <translation>Farben der Richtung</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesView</name>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>Eingabe, bikubisch 4×</translation>
    </message>
    <message>
        <source>%1 of %2 positions have a sure match</source>
        <translation>%1 von %2 Stellen haben einen sicheren Treffer</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Clears the region (Esc)</source>
        <translation>Hebt den Bereich auf (Esc)</translation>
    </message>
    <message>
        <source>Zoom together</source>
        <translation>Gemeinsam zoomen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Show both pictures whole</source>
        <translation>Beide Bilder ganz zeigen</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern …</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Save the matches as a table (CSV)</source>
        <translation>Die Treffer als Tabelle speichern (CSV)</translation>
    </message>
    <message>
        <source>All sure matches…</source>
        <translation>Alle sicheren Treffer …</translation>
    </message>
    <message>
        <source>Filtered matches…</source>
        <translation>Gefilterte Treffer …</translation>
    </message>
    <message>
        <source>Pins…</source>
        <translation>Angeheftete …</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Save the matches</source>
        <translation>Die Treffer speichern</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MemorySection</name>
    <message>
        <source>Expected of the free memory</source>
        <translation>Erwarteter Anteil am freien Speicher</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>%1 free; what a run takes is known after the first</source>
        <translation>%1 frei; was ein Lauf braucht, ist nach dem ersten bekannt</translation>
    </message>
    <message>
        <source>What a run takes is known after the first</source>
        <translation>Was ein Lauf braucht, ist nach dem ersten bekannt</translation>
    </message>
    <message>
        <source>Last run: expected %1, used %2</source>
        <translation>Letzter Lauf: erwartet %1, gebraucht %2</translation>
    </message>
    <message>
        <source>Last run: used %1</source>
        <translation>Letzter Lauf: gebraucht %1</translation>
    </message>
    <message>
        <source>Memory may run out: a run takes %1, %2 are free</source>
        <translation>Der Speicher könnte nicht reichen: Ein Lauf braucht %1, frei sind %2</translation>
    </message>
    <message>
        <source>A run takes %1; %2 are free</source>
        <translation>Ein Lauf braucht %1; frei sind %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MissingFilesDialog</name>
    <message>
        <source>Files of this job are missing</source>
        <translation>Dateien dieses Auftrags fehlen</translation>
    </message>
    <message>
        <source>Say where they are now, or open the job without them.</source>
        <translation>Sagen Sie, wo sie jetzt sind, oder öffnen Sie den Auftrag ohne sie.</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Wo ist %1?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>Den Auftrag öffnen</translation>
    </message>
    <message>
        <source>It was in %1</source>
        <translation>War in %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelShelf</name>
    <message>
        <source>Works: a test picture took %1</source>
        <translation>Funktioniert: Ein Testbild brauchte %1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>Funktioniert nicht: %1</translation>
    </message>
    <message>
        <source>Trying it out…</source>
        <translation>Wird ausprobiert …</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen …</translation>
    </message>
    <message>
        <source>Import a published model</source>
        <translation>Ein veröffentlichtes Modell einlesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>Modelle werden gesucht …</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>Enlarges 4×, %1 parameters, %2, %3</source>
        <translation>Vergrößert 4×, %1 Parameter, %2, %3</translation>
    </message>
    <message>
        <source>came with RefScale</source>
        <translation>mit RefScale geliefert</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>eingelesen</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Try %1 out on a small picture</source>
        <translation>%1 an einem kleinen Bild ausprobieren</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>%1 in den Papierkorb legen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is one of that name: it will be replaced.</source>
        <translation>Dieser Name ist schon vergeben: Der Eintrag wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NoticeBar</name>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>Bild und Referenz tauschen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::OffsetPlot</name>
    <message>
        <source>Offsets</source>
        <translation>Versätze</translation>
    </message>
    <message>
        <source>Offset right and up (relu3_1 px)</source>
        <translation>Versatz nach rechts und oben (relu3_1-px)</translation>
    </message>
    <message>
        <source>Offsets of all positions</source>
        <translation>Versätze aller Stellen</translation>
    </message>
    <message>
        <source>Offset here: %1 right, %2 up</source>
        <translation>Versatz hier: %1 rechts, %2 oben</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Patch</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PatchStrip</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pin this match</source>
        <translation>Diesen Treffer anheften</translation>
    </message>
    <message>
        <source>Pin this match (P)</source>
        <translation>Diesen Treffer anheften (P)</translation>
    </message>
    <message>
        <source>Centre both</source>
        <translation>Beide mittig</translation>
    </message>
    <message>
        <source>Centre both pictures on this match</source>
        <translation>Beide Bilder auf diesen Treffer zentrieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take all pins out</source>
        <translation>Alle angehefteten entfernen</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>Treffer in %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PictureView</name>
    <message>
        <source>Ways of comparing</source>
        <translation>Arten des Vergleichs</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Source of A</source>
        <translation>Quelle von A</translation>
    </message>
    <message>
        <source>Source of B</source>
        <translation>Quelle von B</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>Verstärkung der Differenz</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show where the reference reaches</source>
        <translation>Zeigen, wohin die Referenz reicht</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>Eingabe, bikubisch 4×</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Voriges Ergebnis</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>Ohne Referenz</translation>
    </message>
    <message>
        <source>True picture</source>
        <translation>Wahres Bild</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Bicubic, until Reference off is computed</source>
        <translation>Bikubisch, bis „Ohne Referenz“ berechnet ist</translation>
    </message>
    <message>
        <source>Fit (%1)</source>
        <translation>Ganz (%1)</translation>
    </message>
    <message>
        <source>Magnification of the loupe</source>
        <translation>Vergrößerung der Lupe</translation>
    </message>
    <message>
        <source>Bicubic, and the rows that are finished</source>
        <translation>Bikubisch und die fertigen Zeilen</translation>
    </message>
    <message>
        <source>%1 warped</source>
        <translation>%1 verformt</translation>
    </message>
    <message>
        <source>Reference warped (%1)</source>
        <translation>Verformte Referenz (%1)</translation>
    </message>
    <message>
        <source>Bicubic, until the reference is warped</source>
        <translation>Bikubisch, bis die Referenz verformt ist</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Mit Vorzeichen</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>Differenz mit Vorzeichen</translation>
    </message>
    <message>
        <source>A minus B: orange where A is brighter, blue where B is</source>
        <translation>A minus B: orange, wo A heller ist, blau, wo B heller ist</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PicturesPanel</name>
    <message>
        <source>Picture to enlarge</source>
        <translation>Zu vergrößerndes Bild</translation>
    </message>
    <message>
        <source>Small view of the picture to enlarge</source>
        <translation>Kleine Ansicht des zu vergrößernden Bildes</translation>
    </message>
    <message>
        <source>Open the picture to enlarge…</source>
        <translation>Zu vergrößerndes Bild öffnen …</translation>
    </message>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>Zu vergrößerndes Bild öffnen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>Referenz hinzufügen</translation>
    </message>
    <message>
        <source>%1 × %2 → %3 × %4</source>
        <translation>%1 × %2 → %3 × %4</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Drop a better picture here</source>
        <translation>Ein besseres Bild hierher ziehen</translation>
    </message>
    <message>
        <source>Drop another reference</source>
        <translation>Weitere Referenz hierher ziehen</translation>
    </message>
    <message>
        <source>32 bit float</source>
        <translation>32 Bit Gleitkomma</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PinsModel</name>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Input x, y</source>
        <translation>Eingabe x, y</translation>
    </message>
    <message>
        <source>%1 x, y</source>
        <translation>%1 x, y</translation>
    </message>
    <message>
        <source>Match x, y</source>
        <translation>Treffer x, y</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>Vertr.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PlotFrame</name>
    <message>
        <source>Shown in a window of its own. Close it to have it here.</source>
        <translation>Wird in einem eigenen Fenster gezeigt. Schließen Sie es, um es hier zu haben.</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>In eigenem Fenster zeigen</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>PNG, twice as large…</source>
        <translation>PNG, doppelt so groß …</translation>
    </message>
    <message>
        <source>PNG, four times as large…</source>
        <translation>PNG, viermal so groß …</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>Zahlen (CSV) …</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PointerNumbers</name>
    <message>
        <source>Output position</source>
        <translation>Ausgabestelle</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>Eindeutigkeit</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Learned part</source>
        <translation>Gelernter Teil</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>Maskengewicht</translation>
    </message>
    <message>
        <source>x, y</source>
        <translation>x, y</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>Treffer in %1</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 px of %2</source>
        <translation>%1 px von %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Voreinstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changes act at once.</source>
        <translation>Änderungen wirken sofort.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Around pictures</source>
        <translation>Um die Bilder</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>Wie das Farbschema</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>Mittelgrau</translation>
    </message>
    <message>
        <source>Single letters act as shortcuts</source>
        <translation>Einzelne Buchstaben wirken als Tastenkürzel</translation>
    </message>
    <message>
        <source>A match is sure from a confidence of</source>
        <translation>Ein Treffer ist sicher ab einem Vertrauen von</translation>
    </message>
    <message>
        <source>Decides what counts as borrowed and what the hatching shows. It changes no pixel of a result.</source>
        <translation>Entscheidet, was als geborgt zählt und was die Schraffur zeigt. Kein Pixel eines Ergebnisses ändert sich dadurch.</translation>
    </message>
    <message>
        <source>Look at references by itself</source>
        <translation>Referenzen von selbst ansehen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Processor cores to use</source>
        <translation>Zu verwendende Prozessorkerne</translation>
    </message>
    <message>
        <source>Fewer leave room for other programs; a run takes longer.</source>
        <translation>Weniger lassen anderen Programmen Raum; ein Lauf dauert länger.</translation>
    </message>
    <message>
        <source>Blink every</source>
        <translation>Blinken alle</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PresetSection</name>
    <message>
        <source>Settings of RefScale (*.json)</source>
        <translation>RefScale-Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>More for presets</source>
        <translation>Mehr zu Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Save these settings as…</source>
        <translation>&amp;Diese Einstellungen speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Aus Datei einlesen …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Bring back all &amp;usual values</source>
        <translation>Alle üblichen Werte &amp;zurückholen</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>Übliche Einstellungen</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>Eigene Einstellungen</translation>
    </message>
    <message>
        <source>Save settings as</source>
        <translation>Einstellungen speichern unter</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>Die Vorlage umbenennen</translation>
    </message>
    <message>
        <source>The preset %1 was deleted.</source>
        <translation>Die Vorlage %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen einlesen</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>%1 wurde nicht eingelesen: %2</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Presets</name>
    <message>
        <source>Use the preset %1</source>
        <translation>Die Vorlage %1 verwenden</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RankingDialog</name>
    <message>
        <source>Add as references</source>
        <translation>Als Referenzen hinzufügen</translation>
    </message>
    <message>
        <source>References in %1</source>
        <translation>Referenzen in %1</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>Angesehene Bilder</translation>
    </message>
    <message>
        <source>Pictures of the folder, the best reference first</source>
        <translation>Bilder des Ordners, die beste Referenz zuerst</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1 of %2 pictures looked at. Those checked can be added at any time.</source>
        <translation>%1 von %2 Bildern angesehen. Die angekreuzten lassen sich jederzeit hinzufügen.</translation>
    </message>
    <message>
        <source>The best pictures are checked.</source>
        <translation>Die besten Bilder sind angekreuzt.</translation>
    </message>
    <message>
        <source>None of these pictures shows the same thing.</source>
        <translation>Keines dieser Bilder zeigt dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n weiteres wurde ausgelassen.</numerusform>
            <numerusform>%n weitere wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refscale::ui::RecentDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>Zuletzt geöffnete Bilder</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>Namen und Ordner durchsuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Recovery</name>
    <message>
        <source>RefScale was interrupted. What was open can be brought back.</source>
        <translation>RefScale wurde unterbrochen. Was offen war, kann zurückgeholt werden.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCard</name>
    <message>
        <source>Reference %1, %2</source>
        <translation>Referenz %1, %2</translation>
    </message>
    <message>
        <source>Borrow from this reference</source>
        <translation>Von dieser Referenz borgen</translation>
    </message>
    <message>
        <source>Borrow from %1</source>
        <translation>Von %1 borgen</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>More for this reference</source>
        <translation>Mehr zu dieser Referenz</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Show where it &amp;reaches</source>
        <translation>Zeigen, &amp;wohin sie reicht</translation>
    </message>
    <message>
        <source>Open in &amp;Matches</source>
        <translation>In „&amp;Treffer“ öffnen</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>Nach re&amp;chts drehen</translation>
    </message>
    <message>
        <source>&amp;Crop…</source>
        <translation>&amp;Zuschneiden …</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>&amp;Ersetzen …</translation>
    </message>
    <message>
        <source>Rank a &amp;folder…</source>
        <translation>Bilder eines &amp;Ordners ordnen …</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach o&amp;ben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCommands</name>
    <message>
        <source>Replace the reference</source>
        <translation>Referenz ersetzen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceEditor</name>
    <message>
        <source>Turn the reference right</source>
        <translation>Referenz nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn the reference left</source>
        <translation>Referenz nach links drehen</translation>
    </message>
    <message>
        <source>Crop the reference</source>
        <translation>Referenz zuschneiden</translation>
    </message>
    <message>
        <source>Show the whole reference</source>
        <translation>Ganze Referenz zeigen</translation>
    </message>
    <message>
        <source>Replace the reference</source>
        <translation>Referenz ersetzen</translation>
    </message>
    <message>
        <source>%1 stays as it is: %2</source>
        <translation>%1 bleibt, wie es ist: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RightSide</name>
    <message>
        <source>Put the panels away</source>
        <translation>Die Leisten ausblenden</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RunBar</name>
    <message>
        <source>Run bar</source>
        <translation>Laufleiste</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of what happened</source>
        <translation>Einzelheiten dazu, was geschehen ist</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Session</name>
    <message>
        <source>Load a painted area</source>
        <translation>Gemalte Fläche laden</translation>
    </message>
    <message>
        <source>%1 is no picture that can be used as a painted area.</source>
        <translation>%1 ist kein Bild, das als gemalte Fläche dienen kann.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2 Formats that work: %3.</source>
        <translation>%1 wurde nicht geöffnet: %2 Diese Formate gehen: %3.</translation>
    </message>
    <message>
        <source>%1 was not opened: one true picture belongs to one picture to enlarge.</source>
        <translation>%1 wurde nicht geöffnet: Zu einem Bild gehört ein wahres Bild.</translation>
    </message>
    <message>
        <source>%1 was not opened: only one picture can be enlarged at a time.</source>
        <translation>%1 wurde nicht geöffnet: Nur ein Bild kann auf einmal vergrößert werden.</translation>
    </message>
    <message>
        <source>Two pictures were dropped: the smaller one is enlarged.</source>
        <translation>Zwei Bilder wurden abgelegt: Das kleinere wird vergrößert.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were dropped: the smallest one is enlarged.</source>
        <translation>
            <numerusform>%n Bild wurde abgelegt: Das kleinste wird vergrößert.</numerusform>
            <numerusform>%n Bilder wurden abgelegt: Das kleinste wird vergrößert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>Den Prozessor verwenden</translation>
    </message>
    <message>
        <source>Open the picture to enlarge first; then the pictures of a folder can be ranked as its references.</source>
        <translation>Öffnen Sie zuerst das Bild, das vergrößert werden soll; dann lassen sich die Bilder eines Ordners als Referenzen ordnen.</translation>
    </message>
    <message>
        <source>%1 was not opened: the true picture must be four times as large as the picture to enlarge.</source>
        <translation>%1 wurde nicht geöffnet: Das wahre Bild muss viermal so groß sein wie das zu vergrößernde Bild.</translation>
    </message>
    <message>
        <source>There is not enough memory to show the reference warped.</source>
        <translation>Der Speicher reicht nicht, um die Referenz verformt zu zeigen.</translation>
    </message>
    <message>
        <source>That was a link, and RefScale does not load from the network. Save the picture in the browser first, then drop the file.</source>
        <translation>Das war ein Link, und RefScale lädt nicht aus dem Netz. Speichern Sie das Bild zuerst im Browser und legen Sie dann die Datei ab.</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>In fp32 rechnen</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>Kleinere Referenzen verwenden</translation>
    </message>
    <message>
        <source>No GPU can be used: %1. The CPU does the same work, it takes longer.</source>
        <translation>Es ist keine GPU nutzbar: %1. Der Prozessor leistet dasselbe, braucht aber länger.</translation>
    </message>
    <message>
        <source>Memory ran out once; the run was repeated in tiles half as large.</source>
        <translation>Der Speicher ging einmal aus; der Lauf wurde in halb so großen Kacheln wiederholt.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SettingsPanel</name>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>Ein Doppelklick bringt den üblichen Wert zurück</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>Modell wechseln</translation>
    </message>
    <message>
        <source>Change device</source>
        <translation>Gerät wechseln</translation>
    </message>
    <message>
        <source>Change precision</source>
        <translation>Genauigkeit ändern</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength in percent</source>
        <translation>Stärke in Prozent</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Borrow less where the match is unsure</source>
        <translation>Weniger borgen, wo der Treffer unsicher ist</translation>
    </message>
    <message>
        <source>Borrowing</source>
        <translation>Borgen</translation>
    </message>
    <message>
        <source>Borrow less where unsure</source>
        <translation>Weniger borgen, wo unsicher</translation>
    </message>
    <message>
        <source>Borrow everywhere</source>
        <translation>Überall borgen</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>Stärke ändern</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>GPU %1, %2</source>
        <translation>GPU %1, %2</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Reference scale</source>
        <translation>Maßstab der Referenzen</translation>
    </message>
    <message>
        <source>By what references are resized before they are matched: 0.25 to 4, or 0 for Auto</source>
        <translation>Auf das Wievielfache Referenzen vor der Zuordnung skaliert werden: 0,25 bis 4, oder 0 für „Automatisch“</translation>
    </message>
    <message>
        <source>Ref. scale</source>
        <translation>Ref.-Maßstab</translation>
    </message>
    <message>
        <source>Of several references</source>
        <translation>Bei mehreren Referenzen</translation>
    </message>
    <message>
        <source>Every: at each place from those that match there most surely. Best: from one alone</source>
        <translation>Alle: an jeder Stelle von denen, die dort am sichersten passen. Beste: nur von einer</translation>
    </message>
    <message>
        <source>Every one lends</source>
        <translation>Alle steuern bei</translation>
    </message>
    <message>
        <source>Only the best</source>
        <translation>Nur die beste</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Restores so many times on mirrored pictures and averages: more accurate, and slower</source>
        <translation>Stellt so oft an gespiegelten Bildern wieder her und mittelt: genauer, aber langsamer</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Change who lends</source>
        <translation>Beisteuernde Referenzen ändern</translation>
    </message>
    <message>
        <source>Change passes</source>
        <translation>Durchgänge ändern</translation>
    </message>
    <message>
        <source>Change the reference scale</source>
        <translation>Maßstab der Referenzen ändern</translation>
    </message>
    <message>
        <source>Not the usual value</source>
        <translation>Nicht der übliche Wert</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ShortcutsPage</name>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut of the chosen action</source>
        <translation>Neues Tastenkürzel des gewählten Befehls</translation>
    </message>
    <message>
        <source>Take the shortcut away</source>
        <translation>Das Tastenkürzel wegnehmen</translation>
    </message>
    <message>
        <source>Back to the shortcut that it comes with</source>
        <translation>Zurück zum mitgelieferten Tastenkürzel</translation>
    </message>
    <message>
        <source>Space shows A alone while it is held. Choose another key.</source>
        <translation>Die Leertaste zeigt A allein, solange sie gehalten wird. Wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose another key, or take it away there first.</source>
        <translation>%1 gehört zu „%2“. Wählen Sie eine andere Taste oder nehmen Sie sie dort zuerst weg.</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SnapshotList</name>
    <message>
        <source>Name of snapshot %1</source>
        <translation>Name von Schnappschuss %1</translation>
    </message>
    <message>
        <source>Bring back its settings</source>
        <translation>Seine Einstellungen zurückholen</translation>
    </message>
    <message>
        <source>Bring back the settings of %1</source>
        <translation>Die Einstellungen von %1 zurückholen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StagePlot</name>
    <message>
        <source>Time per stage</source>
        <translation>Zeit je Schritt</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Enlarge a picture four times, with the help of a better one</source>
        <translation>Ein Bild auf das Vierfache vergrößern, mit Hilfe eines besseren</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window. Two pictures dropped together are sorted for you: the smaller one is enlarged.</source>
        <translation>Ziehen Sie Dateien irgendwo in dieses Fenster. Zwei Bilder auf einmal werden für Sie sortiert: Das kleinere wird vergrößert.</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Picture to enlarge</source>
        <translation>Zu vergrößerndes Bild</translation>
    </message>
    <message>
        <source>A small photo or a scan</source>
        <translation>Ein kleines Foto oder ein Scan</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Better picture of the same thing</source>
        <translation>Besseres Bild desselben Motivs</translation>
    </message>
    <message>
        <source>One or more sharp photos: a reprint, another angle, a closer view</source>
        <translation>Ein oder mehrere scharfe Fotos: ein Nachdruck, ein anderer Blickwinkel, eine nähere Ansicht</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>See what it does</source>
        <translation>So wirkt es</translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation>Kleines Bild</translation>
    </message>
    <message>
        <source>Better picture</source>
        <translation>Besseres Bild</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Open this sample</source>
        <translation>Dieses Beispiel öffnen</translation>
    </message>
    <message>
        <source>no reference yet</source>
        <translation>noch ohne Referenz</translation>
    </message>
    <message>
        <source>with a reference</source>
        <translation>mit einer Referenz</translation>
    </message>
    <message numerus="yes">
        <source>%n references</source>
        <translation>
            <numerusform>%n Referenz</numerusform>
            <numerusform>%n Referenzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 again, %2</source>
        <translation>%1 erneut öffnen, %2</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all recent pictures</source>
        <translation>Alle zuletzt geöffneten Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthCard</name>
    <message>
        <source>True picture</source>
        <translation>Wahres Bild</translation>
    </message>
    <message>
        <source>Drop it here to measure PSNR and SSIM</source>
        <translation>Hierher ziehen, um PSNR und SSIM zu messen</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>Das wahre Bild öffnen</translation>
    </message>
    <message>
        <source>Open the true picture: four times as large as the picture to enlarge</source>
        <translation>Das wahre Bild öffnen: viermal so groß wie das zu vergrößernde Bild</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>Wahres Bild entfernen</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Measured after the run</source>
        <translation>Wird nach dem Lauf gemessen</translation>
    </message>
    <message>
        <source>True picture (optional)</source>
        <translation>Wahres Bild (optional)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthTable</name>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>Ohne Referenz</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Compute the picture without the reference</source>
        <translation>Das Bild ohne die Referenz berechnen</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Shuffled reference</source>
        <translation>Verwürfelte Referenz</translation>
    </message>
    <message>
        <source>Compute the picture with a shuffled reference</source>
        <translation>Das Bild mit einer verwürfelten Referenz berechnen</translation>
    </message>
</context>
<context>
    <name>refscale::ui::WindowDialogs</name>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>Zu vergrößerndes Bild öffnen</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>Das wahre Bild öffnen</translation>
    </message>
    <message>
        <source>Add better pictures of the same thing</source>
        <translation>Bessere Bilder desselben Motivs hinzufügen</translation>
    </message>
    <message>
        <source>Pictures and jobs (%1)</source>
        <translation>Bilder und Aufträge (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Save job</source>
        <translation>Auftrag speichern</translation>
    </message>
    <message>
        <source>RefScale jobs (*.refscale)</source>
        <translation>RefScale-Aufträge (*.refscale)</translation>
    </message>
    <message>
        <source>A picture is being enlarged. Stop it and quit?</source>
        <translation>Ein Bild wird gerade vergrößert. Anhalten und beenden?</translation>
    </message>
    <message>
        <source>The result took %1 and was not exported. Quit without it?</source>
        <translation>Das Ergebnis brauchte %1 und wurde nicht exportiert. Ohne es beenden?</translation>
    </message>
    <message>
        <source>The painted area is in no saved job. Quit without it?</source>
        <translation>Die gemalte Fläche ist in keinem gespeicherten Auftrag. Ohne sie beenden?</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Load a painted area</source>
        <translation>Gemalte Fläche laden</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save the painted area</source>
        <translation>Gemalte Fläche speichern</translation>
    </message>
    <message>
        <source>Find references in a folder</source>
        <translation>Referenzen in einem Ordner suchen</translation>
    </message>
    <message>
        <source>The folder %1 holds no picture that RefScale reads.</source>
        <translation>Der Ordner %1 enthält kein Bild, das RefScale lesen kann.</translation>
    </message>
    <message>
        <source>This run has worked for %1. Cancel it?</source>
        <translation>Dieser Lauf arbeitet seit %1. Abbrechen?</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
</TS>
